from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    run_before = [("money", "0001_initial")]

    operations = [migrations.CreateModel("Animal", [("id", models.BigAutoField(primary_key=True))])]
