import idna
from django.db import migrations


def spell_in_ascii(apps, schema_editor):
    """Spell the hosts of international domains as new rows do, so that one site is one host when it is visited."""
    sources = apps.get_model("sources", "Source").objects
    old = sources.filter(host__regex=r"[^ -~]", host__contains=".")
    for host in old.order_by("host").values_list("host", flat=True).distinct():
        name, colon, port = host.partition(":")
        try:
            spelt = idna.encode(name, uts46=True).decode()
        except idna.IDNAError:
            continue  # no name of the Internet: nobody else is at it
        sources.filter(host=host).update(host=spelt + colon + port)


class Migration(migrations.Migration):

    dependencies = [
        ("sources", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(spell_in_ascii, migrations.RunPython.noop),
    ]
