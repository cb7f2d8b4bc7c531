from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """dependencies = [("nothing", "in here")]"""

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.CreateModel("Alert", [("id", models.BigAutoField(primary_key=True))])]
