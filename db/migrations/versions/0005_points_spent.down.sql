DROP TABLE points_spent;
