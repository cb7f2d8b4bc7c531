DROP VIEW applied;
