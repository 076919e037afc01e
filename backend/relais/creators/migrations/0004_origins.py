from django.db import migrations, models

# Nobody types what is computed of posts: of a channel whose newest numbers were typed, where it came from is not known.
FILL = """
UPDATE creators_channel SET origins = jsonb_strip_nulls(jsonb_build_object(
    'followers', CASE WHEN followers IS NOT NULL THEN jsonb_build_object('via', via, 'at', measured_at) END,
    'posts_count', CASE WHEN posts_count IS NOT NULL THEN jsonb_build_object('via', via, 'at', measured_at) END,
    'engagement_rate', CASE WHEN engagement_rate IS NOT NULL AND via <> 'hand'
        THEN jsonb_build_object('via', via, 'at', measured_at) END,
    'posts_per_month', CASE WHEN posts_per_month IS NOT NULL AND via <> 'hand'
        THEN jsonb_build_object('via', via, 'at', measured_at) END))
WHERE measured_at IS NOT NULL
"""


class Migration(migrations.Migration):

    dependencies = [
        ('creators', '0003_partly_read'),
    ]

    operations = [
        migrations.AddField(
            model_name='channel',
            name='origins',
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
