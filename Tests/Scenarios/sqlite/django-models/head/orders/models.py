from django.db import models


class Order(models.Model):
    total = models.IntegerField(default=0)
    state = models.IntegerField(null=True, db_index=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(total__gte=0), name="total_is_not_negative")]
