from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("orders", "0002_total")]

    operations = [migrations.CreateModel("Payment", [("id", models.BigAutoField(primary_key=True))])]
