"""Tasks as JSON."""

from rest_framework import serializers

from relais.campaigns.api.serializers.fields import owner
from relais.campaigns.models import Campaign, Participation, Task
from relais.creators.models import Creator


class TaskSerializer(serializers.ModelSerializer[Task]):
    """Something to do."""

    owner_name = serializers.CharField(source="owner.name", allow_null=True, default=None, read_only=True)
    creator_name = serializers.CharField(source="creator.name", allow_null=True, default=None, read_only=True)
    campaign_name = serializers.CharField(source="campaign.name", allow_null=True, default=None, read_only=True)

    class Meta:
        model = Task
        fields = [
            "id",
            "title",
            "notes",
            "due_on",
            "owner",
            "owner_name",
            "creator",
            "creator_name",
            "campaign",
            "campaign_name",
            "participation",
            "done_at",
            "created_at",
        ]
        read_only_fields = fields


class TaskWriteSerializer(serializers.ModelSerializer[Task]):
    """What people set of a task. One about a card is also about its creator and campaign."""

    owner = owner()
    creator = serializers.PrimaryKeyRelatedField(
        queryset=Creator.objects.filter(deleted_at=None), allow_null=True, required=False
    )
    campaign = serializers.PrimaryKeyRelatedField(queryset=Campaign.objects.all(), allow_null=True, required=False)
    participation = serializers.PrimaryKeyRelatedField(
        queryset=Participation.objects.filter(removed_at=None), allow_null=True, required=False
    )

    class Meta:
        model = Task
        fields = ["title", "notes", "due_on", "owner", "creator", "campaign", "participation"]
