DROP TRIGGER move_volumes_of_ended ON public_actor;
DROP TRIGGER move_volumes_of_added ON public_actor;
DROP TRIGGER sum_ended_volumes ON monthly_volume;
DROP TRIGGER sum_added_volumes ON monthly_volume;
DROP FUNCTION move_volumes();
DROP FUNCTION sum_volumes();
DROP FUNCTION categories_of(bigint[]);
DROP TABLE volume_category;
DROP TABLE volume_sum;
