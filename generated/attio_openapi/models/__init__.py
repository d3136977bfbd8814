"""The wire types, each loaded on first use."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .create_activity_body import CreateActivityBody
    from .create_activity_body_data import CreateActivityBodyData
    from .create_activity_body_data_extends import CreateActivityBodyDataExtends
    from .create_activity_record_body import CreateActivityRecordBody
    from .create_activity_record_body_data import CreateActivityRecordBodyData
    from .create_activity_record_body_data_values import CreateActivityRecordBodyDataValues
    from .create_activity_record_response import CreateActivityRecordResponse
    from .create_activity_record_response_data import CreateActivityRecordResponseData
    from .create_activity_record_response_data_ids import CreateActivityRecordResponseDataIds
    from .create_activity_record_response_data_values import CreateActivityRecordResponseDataValues
    from .create_activity_record_response_data_values_value_item_actor_reference import (
        CreateActivityRecordResponseDataValuesValueItemActorReference,
    )
    from .create_activity_record_response_data_values_value_item_actor_reference_created_by_actor import (
        CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor,
    )
    from .create_activity_record_response_data_values_value_item_actor_reference_created_by_actor_type import (
        CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActorType,
    )
    from .create_activity_record_response_data_values_value_item_checkbox import (
        CreateActivityRecordResponseDataValuesValueItemCheckbox,
    )
    from .create_activity_record_response_data_values_value_item_currency import (
        CreateActivityRecordResponseDataValuesValueItemCurrency,
    )
    from .create_activity_record_response_data_values_value_item_currency_currency_code import (
        CreateActivityRecordResponseDataValuesValueItemCurrencyCurrencyCode,
    )
    from .create_activity_record_response_data_values_value_item_date import (
        CreateActivityRecordResponseDataValuesValueItemDate,
    )
    from .create_activity_record_response_data_values_value_item_domain import (
        CreateActivityRecordResponseDataValuesValueItemDomain,
    )
    from .create_activity_record_response_data_values_value_item_email_address import (
        CreateActivityRecordResponseDataValuesValueItemEmailAddress,
    )
    from .create_activity_record_response_data_values_value_item_interaction import (
        CreateActivityRecordResponseDataValuesValueItemInteraction,
    )
    from .create_activity_record_response_data_values_value_item_interaction_interaction_type import (
        CreateActivityRecordResponseDataValuesValueItemInteractionInteractionType,
    )
    from .create_activity_record_response_data_values_value_item_location import (
        CreateActivityRecordResponseDataValuesValueItemLocation,
    )
    from .create_activity_record_response_data_values_value_item_location_country_code import (
        CreateActivityRecordResponseDataValuesValueItemLocationCountryCode,
    )
    from .create_activity_record_response_data_values_value_item_number import (
        CreateActivityRecordResponseDataValuesValueItemNumber,
    )
    from .create_activity_record_response_data_values_value_item_personal_name import (
        CreateActivityRecordResponseDataValuesValueItemPersonalName,
    )
    from .create_activity_record_response_data_values_value_item_phone_number import (
        CreateActivityRecordResponseDataValuesValueItemPhoneNumber,
    )
    from .create_activity_record_response_data_values_value_item_rating import (
        CreateActivityRecordResponseDataValuesValueItemRating,
    )
    from .create_activity_record_response_data_values_value_item_record_reference import (
        CreateActivityRecordResponseDataValuesValueItemRecordReference,
    )
    from .create_activity_record_response_data_values_value_item_select import (
        CreateActivityRecordResponseDataValuesValueItemSelect,
    )
    from .create_activity_record_response_data_values_value_item_select_option import (
        CreateActivityRecordResponseDataValuesValueItemSelectOption,
    )
    from .create_activity_record_response_data_values_value_item_select_option_ids import (
        CreateActivityRecordResponseDataValuesValueItemSelectOptionIds,
    )
    from .create_activity_record_response_data_values_value_item_status import (
        CreateActivityRecordResponseDataValuesValueItemStatus,
    )
    from .create_activity_record_response_data_values_value_item_status_status import (
        CreateActivityRecordResponseDataValuesValueItemStatusStatus,
    )
    from .create_activity_record_response_data_values_value_item_status_status_ids import (
        CreateActivityRecordResponseDataValuesValueItemStatusStatusIds,
    )
    from .create_activity_record_response_data_values_value_item_text import (
        CreateActivityRecordResponseDataValuesValueItemText,
    )
    from .create_activity_record_response_data_values_value_item_timestamp import (
        CreateActivityRecordResponseDataValuesValueItemTimestamp,
    )
    from .create_activity_response import CreateActivityResponse
    from .create_attribute_body import CreateAttributeBody
    from .create_attribute_body_data import CreateAttributeBodyData
    from .create_attribute_body_data_config import CreateAttributeBodyDataConfig
    from .create_attribute_body_data_config_currency import CreateAttributeBodyDataConfigCurrency
    from .create_attribute_body_data_config_record_reference import (
        CreateAttributeBodyDataConfigRecordReference,
    )
    from .create_attribute_body_data_default_value_static import CreateAttributeBodyDataDefaultValueStatic
    from .create_attribute_body_data_default_value_static_template_item_currency_value import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemCurrencyValue,
    )
    from .create_attribute_body_data_default_value_static_template_item_first_name import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemFirstName,
    )
    from .create_attribute_body_data_default_value_static_template_item_interacted_at import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemInteractedAt,
    )
    from .create_attribute_body_data_default_value_static_template_item_latitude import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemLatitude,
    )
    from .create_attribute_body_data_default_value_static_template_item_option import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemOption,
    )
    from .create_attribute_body_data_default_value_static_template_item_original_phone_number import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemOriginalPhoneNumber,
    )
    from .create_attribute_body_data_default_value_static_template_item_status import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemStatus,
    )
    from .create_attribute_body_data_default_value_static_template_item_value import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemValue,
    )
    from .create_attribute_body_data_default_value_static_template_item_value_boolean import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemValueBoolean,
    )
    from .create_attribute_body_data_default_value_static_template_item_value_number import (
        CreateAttributeBodyDataDefaultValueStaticTemplateItemValueNumber,
    )
    from .create_attribute_body_data_relationship import CreateAttributeBodyDataRelationship
    from .create_attribute_body_data_type import CreateAttributeBodyDataType
    from .create_attribute_response import CreateAttributeResponse
    from .create_call_recording_body import CreateCallRecordingBody
    from .create_call_recording_body_data import CreateCallRecordingBodyData
    from .create_call_recording_body_data_transcript_item import CreateCallRecordingBodyDataTranscriptItem
    from .create_call_recording_body_data_transcript_item_speaker import (
        CreateCallRecordingBodyDataTranscriptItemSpeaker,
    )
    from .create_call_recording_response import CreateCallRecordingResponse
    from .create_comment_body import CreateCommentBody
    from .create_comment_body_data_author import CreateCommentBodyDataAuthor
    from .create_comment_body_data_entry import CreateCommentBodyDataEntry
    from .create_comment_body_data_entry_author import CreateCommentBodyDataEntryAuthor
    from .create_comment_body_data_entry_entry import CreateCommentBodyDataEntryEntry
    from .create_comment_body_data_record import CreateCommentBodyDataRecord
    from .create_comment_body_data_record_record import CreateCommentBodyDataRecordRecord
    from .create_comment_response import CreateCommentResponse
    from .create_comment_response_data import CreateCommentResponseData
    from .create_comment_response_data_entry import CreateCommentResponseDataEntry
    from .create_comment_response_data_ids import CreateCommentResponseDataIds
    from .create_comment_response_data_record import CreateCommentResponseDataRecord
    from .create_entry_body import CreateEntryBody
    from .create_entry_body_data import CreateEntryBodyData
    from .create_entry_response import CreateEntryResponse
    from .create_entry_response_data import CreateEntryResponseData
    from .create_entry_response_data_ids import CreateEntryResponseDataIds
    from .create_file_body_connected_file import CreateFileBodyConnectedFile
    from .create_file_body_connected_file_storage_provider import CreateFileBodyConnectedFileStorageProvider
    from .create_file_body_connected_folder import CreateFileBodyConnectedFolder
    from .create_file_body_folder import CreateFileBodyFolder
    from .create_file_response import CreateFileResponse
    from .create_list_body import CreateListBody
    from .create_list_body_data import CreateListBodyData
    from .create_list_response import CreateListResponse
    from .create_meeting_body import CreateMeetingBody
    from .create_meeting_body_data import CreateMeetingBodyData
    from .create_meeting_body_data_participants_item import CreateMeetingBodyDataParticipantsItem
    from .create_meeting_body_data_start_datetime import CreateMeetingBodyDataStartDatetime
    from .create_meeting_response import CreateMeetingResponse
    from .create_note_body import CreateNoteBody
    from .create_note_body_data import CreateNoteBodyData
    from .create_note_body_data_format import CreateNoteBodyDataFormat
    from .create_note_response import CreateNoteResponse
    from .create_object_body import CreateObjectBody
    from .create_object_body_data import CreateObjectBodyData
    from .create_object_response import CreateObjectResponse
    from .create_option_body import CreateOptionBody
    from .create_option_body_data import CreateOptionBodyData
    from .create_option_response import CreateOptionResponse
    from .create_record_response import CreateRecordResponse
    from .create_record_response_data import CreateRecordResponseData
    from .create_status_body import CreateStatusBody
    from .create_status_body_data import CreateStatusBodyData
    from .create_status_response import CreateStatusResponse
    from .create_task_body import CreateTaskBody
    from .create_task_body_data import CreateTaskBodyData
    from .create_task_body_data_assignees_item_referenced_actor_id import (
        CreateTaskBodyDataAssigneesItemReferencedActorId,
    )
    from .create_task_body_data_assignees_item_workspace_member_email_address import (
        CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress,
    )
    from .create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute,
    )
    from .create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_country_code import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemCountryCode,
    )
    from .create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_domain import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain,
    )
    from .create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_email_address import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress,
    )
    from .create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_value import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValue,
    )
    from .create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_value_number import (
        CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValueNumber,
    )
    from .create_task_body_data_linked_records_array_0_item_target_object import (
        CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject,
    )
    from .create_task_response import CreateTaskResponse
    from .create_webhook_body import CreateWebhookBody
    from .create_webhook_body_data import CreateWebhookBodyData
    from .create_webhook_response import CreateWebhookResponse
    from .create_webhook_response_data import CreateWebhookResponseData
    from .delete_activity_response import DeleteActivityResponse
    from .get_call_recording_response import GetCallRecordingResponse
    from .get_call_recording_response_data import GetCallRecordingResponseData
    from .get_call_recording_response_data_transcript import GetCallRecordingResponseDataTranscript
    from .get_call_recording_response_data_transcript_segments_item import (
        GetCallRecordingResponseDataTranscriptSegmentsItem,
    )
    from .get_call_recording_response_data_transcript_segments_item_speaker import (
        GetCallRecordingResponseDataTranscriptSegmentsItemSpeaker,
    )
    from .get_file_response import GetFileResponse
    from .get_file_response_data_folder import GetFileResponseDataFolder
    from .get_self_response_active import GetSelfResponseActive
    from .get_self_response_aud import GetSelfResponseAud
    from .get_self_response_aud_token_level import GetSelfResponseAudTokenLevel
    from .get_thread_response import GetThreadResponse
    from .get_transcript_response import GetTranscriptResponse
    from .get_transcript_response_data import GetTranscriptResponseData
    from .get_webhook_response import GetWebhookResponse
    from .get_workspace_member_response import GetWorkspaceMemberResponse
    from .list_activities_response import ListActivitiesResponse
    from .list_activities_response_data_item import ListActivitiesResponseDataItem
    from .list_activities_response_data_item_extends_item import ListActivitiesResponseDataItemExtendsItem
    from .list_activities_response_data_item_ids import ListActivitiesResponseDataItemIds
    from .list_activities_response_pagination import ListActivitiesResponsePagination
    from .list_activity_records_body import ListActivityRecordsBody
    from .list_activity_records_body_sorts_item_attribute import ListActivityRecordsBodySortsItemAttribute
    from .list_activity_records_body_sorts_item_attribute_direction import (
        ListActivityRecordsBodySortsItemAttributeDirection,
    )
    from .list_activity_records_body_sorts_item_direction import ListActivityRecordsBodySortsItemDirection
    from .list_activity_records_response import ListActivityRecordsResponse
    from .list_attributes_path_target import ListAttributesPathTarget
    from .list_attributes_response import ListAttributesResponse
    from .list_attributes_response_data_item import ListAttributesResponseDataItem
    from .list_attributes_response_data_item_config import ListAttributesResponseDataItemConfig
    from .list_attributes_response_data_item_config_currency import (
        ListAttributesResponseDataItemConfigCurrency,
    )
    from .list_attributes_response_data_item_config_currency_display_type import (
        ListAttributesResponseDataItemConfigCurrencyDisplayType,
    )
    from .list_attributes_response_data_item_config_record_reference import (
        ListAttributesResponseDataItemConfigRecordReference,
    )
    from .list_attributes_response_data_item_default_value_dynamic import (
        ListAttributesResponseDataItemDefaultValueDynamic,
    )
    from .list_attributes_response_data_item_default_value_static import (
        ListAttributesResponseDataItemDefaultValueStatic,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_actor_reference import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemActorReference,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_checkbox import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemCheckbox,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_currency import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemCurrency,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_date import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemDate,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_domain import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemDomain,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_email_address import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemEmailAddress,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_interaction import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemInteraction,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_location import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemLocation,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_number import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemNumber,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_personal_name import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemPersonalName,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_phone_number import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemPhoneNumber,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_rating import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemRating,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_record_reference import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemRecordReference,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_select import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelect,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_select_option_object import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelectOptionObject,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_status import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatus,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_status_status_object import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatusStatusObject,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_text import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemText,
    )
    from .list_attributes_response_data_item_default_value_static_template_item_timestamp import (
        ListAttributesResponseDataItemDefaultValueStaticTemplateItemTimestamp,
    )
    from .list_attributes_response_data_item_ids import ListAttributesResponseDataItemIds
    from .list_attributes_response_data_item_relationship import ListAttributesResponseDataItemRelationship
    from .list_attributes_response_data_item_type import ListAttributesResponseDataItemType
    from .list_call_recordings_response import ListCallRecordingsResponse
    from .list_call_recordings_response_data_item import ListCallRecordingsResponseDataItem
    from .list_call_recordings_response_data_item_ids import ListCallRecordingsResponseDataItemIds
    from .list_call_recordings_response_data_item_status import ListCallRecordingsResponseDataItemStatus
    from .list_emails_response import ListEmailsResponse
    from .list_emails_response_data_item import ListEmailsResponseDataItem
    from .list_emails_response_data_item_direction import ListEmailsResponseDataItemDirection
    from .list_emails_response_data_item_ids import ListEmailsResponseDataItemIds
    from .list_emails_response_data_item_linked_records_item import (
        ListEmailsResponseDataItemLinkedRecordsItem,
    )
    from .list_emails_response_data_item_participants_item import ListEmailsResponseDataItemParticipantsItem
    from .list_emails_response_data_item_participants_item_role import (
        ListEmailsResponseDataItemParticipantsItemRole,
    )
    from .list_entries_body import ListEntriesBody
    from .list_entries_response import ListEntriesResponse
    from .list_entry_values_response import ListEntryValuesResponse
    from .list_files_query_storage_provider import ListFilesQueryStorageProvider
    from .list_files_response import ListFilesResponse
    from .list_files_response_data_item_connected_file import ListFilesResponseDataItemConnectedFile
    from .list_files_response_data_item_connected_folder import ListFilesResponseDataItemConnectedFolder
    from .list_files_response_data_item_file import ListFilesResponseDataItemFile
    from .list_files_response_data_item_file_ids import ListFilesResponseDataItemFileIds
    from .list_files_response_data_item_folder import ListFilesResponseDataItemFolder
    from .list_list_views_response import ListListViewsResponse
    from .list_list_views_response_data_item import ListListViewsResponseDataItem
    from .list_list_views_response_data_item_ids import ListListViewsResponseDataItemIds
    from .list_lists_response import ListListsResponse
    from .list_lists_response_data_item import ListListsResponseDataItem
    from .list_lists_response_data_item_ids import ListListsResponseDataItemIds
    from .list_lists_response_data_item_workspace_access import ListListsResponseDataItemWorkspaceAccess
    from .list_lists_response_data_item_workspace_member_access_item import (
        ListListsResponseDataItemWorkspaceMemberAccessItem,
    )
    from .list_meetings_query_sort import ListMeetingsQuerySort
    from .list_meetings_response import ListMeetingsResponse
    from .list_meetings_response_data_item import ListMeetingsResponseDataItem
    from .list_meetings_response_data_item_ids import ListMeetingsResponseDataItemIds
    from .list_meetings_response_data_item_participants_item import (
        ListMeetingsResponseDataItemParticipantsItem,
    )
    from .list_meetings_response_data_item_participants_item_status import (
        ListMeetingsResponseDataItemParticipantsItemStatus,
    )
    from .list_meetings_response_data_item_start_date import ListMeetingsResponseDataItemStartDate
    from .list_meetings_response_data_item_start_datetime import ListMeetingsResponseDataItemStartDatetime
    from .list_notes_response import ListNotesResponse
    from .list_notes_response_data_item import ListNotesResponseDataItem
    from .list_notes_response_data_item_ids import ListNotesResponseDataItemIds
    from .list_notes_response_data_item_tags_item_record import ListNotesResponseDataItemTagsItemRecord
    from .list_notes_response_data_item_tags_item_workspace_member import (
        ListNotesResponseDataItemTagsItemWorkspaceMember,
    )
    from .list_object_views_response import ListObjectViewsResponse
    from .list_object_views_response_data_item import ListObjectViewsResponseDataItem
    from .list_object_views_response_data_item_ids import ListObjectViewsResponseDataItemIds
    from .list_objects_response import ListObjectsResponse
    from .list_objects_response_data_item import ListObjectsResponseDataItem
    from .list_objects_response_data_item_ids import ListObjectsResponseDataItemIds
    from .list_options_response import ListOptionsResponse
    from .list_record_entries_response import ListRecordEntriesResponse
    from .list_record_entries_response_data_item import ListRecordEntriesResponseDataItem
    from .list_records_response import ListRecordsResponse
    from .list_statuses_response import ListStatusesResponse
    from .list_tasks_query_sort import ListTasksQuerySort
    from .list_tasks_response import ListTasksResponse
    from .list_tasks_response_data_item import ListTasksResponseDataItem
    from .list_tasks_response_data_item_assignees_item import ListTasksResponseDataItemAssigneesItem
    from .list_tasks_response_data_item_ids import ListTasksResponseDataItemIds
    from .list_tasks_response_data_item_linked_records_item import ListTasksResponseDataItemLinkedRecordsItem
    from .list_threads_response import ListThreadsResponse
    from .list_threads_response_data_item import ListThreadsResponseDataItem
    from .list_threads_response_data_item_ids import ListThreadsResponseDataItemIds
    from .list_webhooks_response import ListWebhooksResponse
    from .list_webhooks_response_data_item import ListWebhooksResponseDataItem
    from .list_webhooks_response_data_item_ids import ListWebhooksResponseDataItemIds
    from .list_webhooks_response_data_item_status import ListWebhooksResponseDataItemStatus
    from .list_webhooks_response_data_item_subscriptions_item import (
        ListWebhooksResponseDataItemSubscriptionsItem,
    )
    from .list_webhooks_response_data_item_subscriptions_item_event_type import (
        ListWebhooksResponseDataItemSubscriptionsItemEventType,
    )
    from .list_webhooks_response_data_item_subscriptions_item_filter_and import (
        ListWebhooksResponseDataItemSubscriptionsItemFilterAnd,
    )
    from .list_webhooks_response_data_item_subscriptions_item_filter_and_and_item_equals import (
        ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemEquals,
    )
    from .list_webhooks_response_data_item_subscriptions_item_filter_and_and_item_not_equals import (
        ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemNotEquals,
    )
    from .list_webhooks_response_data_item_subscriptions_item_filter_or import (
        ListWebhooksResponseDataItemSubscriptionsItemFilterOr,
    )
    from .list_workspace_members_response import ListWorkspaceMembersResponse
    from .list_workspace_members_response_data_item import ListWorkspaceMembersResponseDataItem
    from .list_workspace_members_response_data_item_access_level import (
        ListWorkspaceMembersResponseDataItemAccessLevel,
    )
    from .list_workspace_members_response_data_item_ids import ListWorkspaceMembersResponseDataItemIds
    from .merge_records_body import MergeRecordsBody
    from .merge_records_body_data import MergeRecordsBodyData
    from .merge_records_response import MergeRecordsResponse
    from .merge_records_response_data import MergeRecordsResponseData
    from .replace_entry_body import ReplaceEntryBody
    from .replace_entry_body_data import ReplaceEntryBodyData
    from .replace_meeting_body import ReplaceMeetingBody
    from .replace_meeting_body_data import ReplaceMeetingBodyData
    from .run_sql_body import RunSqlBody
    from .run_sql_response import RunSqlResponse
    from .run_sql_response_data import RunSqlResponseData
    from .search_records_body import SearchRecordsBody
    from .search_records_body_request_as_workspace import SearchRecordsBodyRequestAsWorkspace
    from .search_records_body_request_as_workspace_member_email_address import (
        SearchRecordsBodyRequestAsWorkspaceMemberEmailAddress,
    )
    from .search_records_response import SearchRecordsResponse
    from .search_records_response_data_item_2 import SearchRecordsResponseDataItem2
    from .search_records_response_data_item_companies import SearchRecordsResponseDataItemCompanies
    from .search_records_response_data_item_companies_ids import SearchRecordsResponseDataItemCompaniesIds
    from .search_records_response_data_item_people import SearchRecordsResponseDataItemPeople
    from .unknown_create_activity_record_response_data_values_value_item import (
        UnknownCreateActivityRecordResponseDataValuesValueItem,
    )
    from .unknown_create_file_response_data import UnknownCreateFileResponseData
    from .unknown_get_file_response_data import UnknownGetFileResponseData
    from .unknown_list_attributes_response_data_item_default_value import (
        UnknownListAttributesResponseDataItemDefaultValue,
    )
    from .unknown_list_attributes_response_data_item_default_value_static_template_item import (
        UnknownListAttributesResponseDataItemDefaultValueStaticTemplateItem,
    )
    from .unknown_list_files_response_data_item import UnknownListFilesResponseDataItem
    from .unknown_list_notes_response_data_item_tags_item import UnknownListNotesResponseDataItemTagsItem
    from .unknown_list_webhooks_response_data_item_subscriptions_item_filter_and_and_item import (
        UnknownListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItem,
    )
    from .unsubscribe_emails_body import UnsubscribeEmailsBody
    from .unsubscribe_emails_body_data import UnsubscribeEmailsBodyData
    from .unsubscribe_emails_response import UnsubscribeEmailsResponse
    from .unsubscribe_emails_response_data_item import UnsubscribeEmailsResponseDataItem
    from .update_activity_body import UpdateActivityBody
    from .update_activity_body_data import UpdateActivityBodyData
    from .update_attribute_body import UpdateAttributeBody
    from .update_attribute_body_data import UpdateAttributeBodyData
    from .update_list_body import UpdateListBody
    from .update_list_body_data import UpdateListBodyData
    from .update_note_body import UpdateNoteBody
    from .update_note_body_data import UpdateNoteBodyData
    from .update_option_body import UpdateOptionBody
    from .update_option_body_data import UpdateOptionBodyData
    from .update_status_body import UpdateStatusBody
    from .update_status_body_data import UpdateStatusBodyData
    from .update_task_body import UpdateTaskBody
    from .update_task_body_data import UpdateTaskBodyData
    from .update_webhook_body import UpdateWebhookBody
    from .update_webhook_body_data import UpdateWebhookBodyData
    from .upload_file_body import UploadFileBody
    from .upload_file_response import UploadFileResponse
    from .write_entry_values_body import WriteEntryValuesBody
    from .write_entry_values_body_data import WriteEntryValuesBodyData
    from .write_entry_values_body_data_values_item import WriteEntryValuesBodyDataValuesItem

__all__ = (
    "CreateActivityBody",
    "CreateActivityBodyData",
    "CreateActivityBodyDataExtends",
    "CreateActivityRecordBody",
    "CreateActivityRecordBodyData",
    "CreateActivityRecordBodyDataValues",
    "CreateActivityRecordResponse",
    "CreateActivityRecordResponseData",
    "CreateActivityRecordResponseDataIds",
    "CreateActivityRecordResponseDataValues",
    "CreateActivityRecordResponseDataValuesValueItemActorReference",
    "CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor",
    "CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActorType",
    "CreateActivityRecordResponseDataValuesValueItemCheckbox",
    "CreateActivityRecordResponseDataValuesValueItemCurrency",
    "CreateActivityRecordResponseDataValuesValueItemCurrencyCurrencyCode",
    "CreateActivityRecordResponseDataValuesValueItemDate",
    "CreateActivityRecordResponseDataValuesValueItemDomain",
    "CreateActivityRecordResponseDataValuesValueItemEmailAddress",
    "CreateActivityRecordResponseDataValuesValueItemInteraction",
    "CreateActivityRecordResponseDataValuesValueItemInteractionInteractionType",
    "CreateActivityRecordResponseDataValuesValueItemLocation",
    "CreateActivityRecordResponseDataValuesValueItemLocationCountryCode",
    "CreateActivityRecordResponseDataValuesValueItemNumber",
    "CreateActivityRecordResponseDataValuesValueItemPersonalName",
    "CreateActivityRecordResponseDataValuesValueItemPhoneNumber",
    "CreateActivityRecordResponseDataValuesValueItemRating",
    "CreateActivityRecordResponseDataValuesValueItemRecordReference",
    "CreateActivityRecordResponseDataValuesValueItemSelect",
    "CreateActivityRecordResponseDataValuesValueItemSelectOption",
    "CreateActivityRecordResponseDataValuesValueItemSelectOptionIds",
    "CreateActivityRecordResponseDataValuesValueItemStatus",
    "CreateActivityRecordResponseDataValuesValueItemStatusStatus",
    "CreateActivityRecordResponseDataValuesValueItemStatusStatusIds",
    "CreateActivityRecordResponseDataValuesValueItemText",
    "CreateActivityRecordResponseDataValuesValueItemTimestamp",
    "CreateActivityResponse",
    "CreateAttributeBody",
    "CreateAttributeBodyData",
    "CreateAttributeBodyDataConfig",
    "CreateAttributeBodyDataConfigCurrency",
    "CreateAttributeBodyDataConfigRecordReference",
    "CreateAttributeBodyDataDefaultValueStatic",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemCurrencyValue",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemFirstName",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemInteractedAt",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemLatitude",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemOption",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemOriginalPhoneNumber",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemStatus",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemValue",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemValueBoolean",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemValueNumber",
    "CreateAttributeBodyDataRelationship",
    "CreateAttributeBodyDataType",
    "CreateAttributeResponse",
    "CreateCallRecordingBody",
    "CreateCallRecordingBodyData",
    "CreateCallRecordingBodyDataTranscriptItem",
    "CreateCallRecordingBodyDataTranscriptItemSpeaker",
    "CreateCallRecordingResponse",
    "CreateCommentBody",
    "CreateCommentBodyDataAuthor",
    "CreateCommentBodyDataEntry",
    "CreateCommentBodyDataEntryAuthor",
    "CreateCommentBodyDataEntryEntry",
    "CreateCommentBodyDataRecord",
    "CreateCommentBodyDataRecordRecord",
    "CreateCommentResponse",
    "CreateCommentResponseData",
    "CreateCommentResponseDataEntry",
    "CreateCommentResponseDataIds",
    "CreateCommentResponseDataRecord",
    "CreateEntryBody",
    "CreateEntryBodyData",
    "CreateEntryResponse",
    "CreateEntryResponseData",
    "CreateEntryResponseDataIds",
    "CreateFileBodyConnectedFile",
    "CreateFileBodyConnectedFileStorageProvider",
    "CreateFileBodyConnectedFolder",
    "CreateFileBodyFolder",
    "CreateFileResponse",
    "CreateListBody",
    "CreateListBodyData",
    "CreateListResponse",
    "CreateMeetingBody",
    "CreateMeetingBodyData",
    "CreateMeetingBodyDataParticipantsItem",
    "CreateMeetingBodyDataStartDatetime",
    "CreateMeetingResponse",
    "CreateNoteBody",
    "CreateNoteBodyData",
    "CreateNoteBodyDataFormat",
    "CreateNoteResponse",
    "CreateObjectBody",
    "CreateObjectBodyData",
    "CreateObjectResponse",
    "CreateOptionBody",
    "CreateOptionBodyData",
    "CreateOptionResponse",
    "CreateRecordResponse",
    "CreateRecordResponseData",
    "CreateStatusBody",
    "CreateStatusBodyData",
    "CreateStatusResponse",
    "CreateTaskBody",
    "CreateTaskBodyData",
    "CreateTaskBodyDataAssigneesItemReferencedActorId",
    "CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress",
    "CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute",
    "CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemCountryCode",
    "CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain",
    "CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress",
    "CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValue",
    "CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValueNumber",
    "CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject",
    "CreateTaskResponse",
    "CreateWebhookBody",
    "CreateWebhookBodyData",
    "CreateWebhookResponse",
    "CreateWebhookResponseData",
    "DeleteActivityResponse",
    "GetCallRecordingResponse",
    "GetCallRecordingResponseData",
    "GetCallRecordingResponseDataTranscript",
    "GetCallRecordingResponseDataTranscriptSegmentsItem",
    "GetCallRecordingResponseDataTranscriptSegmentsItemSpeaker",
    "GetFileResponse",
    "GetFileResponseDataFolder",
    "GetSelfResponseActive",
    "GetSelfResponseAud",
    "GetSelfResponseAudTokenLevel",
    "GetThreadResponse",
    "GetTranscriptResponse",
    "GetTranscriptResponseData",
    "GetWebhookResponse",
    "GetWorkspaceMemberResponse",
    "ListActivitiesResponse",
    "ListActivitiesResponseDataItem",
    "ListActivitiesResponseDataItemExtendsItem",
    "ListActivitiesResponseDataItemIds",
    "ListActivitiesResponsePagination",
    "ListActivityRecordsBody",
    "ListActivityRecordsBodySortsItemAttribute",
    "ListActivityRecordsBodySortsItemAttributeDirection",
    "ListActivityRecordsBodySortsItemDirection",
    "ListActivityRecordsResponse",
    "ListAttributesPathTarget",
    "ListAttributesResponse",
    "ListAttributesResponseDataItem",
    "ListAttributesResponseDataItemConfig",
    "ListAttributesResponseDataItemConfigCurrency",
    "ListAttributesResponseDataItemConfigCurrencyDisplayType",
    "ListAttributesResponseDataItemConfigRecordReference",
    "ListAttributesResponseDataItemDefaultValueDynamic",
    "ListAttributesResponseDataItemDefaultValueStatic",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemActorReference",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemCheckbox",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemCurrency",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemDate",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemDomain",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemEmailAddress",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemInteraction",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemLocation",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemNumber",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemPersonalName",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemPhoneNumber",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemRating",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemRecordReference",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelect",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelectOptionObject",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatus",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatusStatusObject",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemText",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemTimestamp",
    "ListAttributesResponseDataItemIds",
    "ListAttributesResponseDataItemRelationship",
    "ListAttributesResponseDataItemType",
    "ListCallRecordingsResponse",
    "ListCallRecordingsResponseDataItem",
    "ListCallRecordingsResponseDataItemIds",
    "ListCallRecordingsResponseDataItemStatus",
    "ListEmailsResponse",
    "ListEmailsResponseDataItem",
    "ListEmailsResponseDataItemDirection",
    "ListEmailsResponseDataItemIds",
    "ListEmailsResponseDataItemLinkedRecordsItem",
    "ListEmailsResponseDataItemParticipantsItem",
    "ListEmailsResponseDataItemParticipantsItemRole",
    "ListEntriesBody",
    "ListEntriesResponse",
    "ListEntryValuesResponse",
    "ListFilesQueryStorageProvider",
    "ListFilesResponse",
    "ListFilesResponseDataItemConnectedFile",
    "ListFilesResponseDataItemConnectedFolder",
    "ListFilesResponseDataItemFile",
    "ListFilesResponseDataItemFileIds",
    "ListFilesResponseDataItemFolder",
    "ListListsResponse",
    "ListListsResponseDataItem",
    "ListListsResponseDataItemIds",
    "ListListsResponseDataItemWorkspaceAccess",
    "ListListsResponseDataItemWorkspaceMemberAccessItem",
    "ListListViewsResponse",
    "ListListViewsResponseDataItem",
    "ListListViewsResponseDataItemIds",
    "ListMeetingsQuerySort",
    "ListMeetingsResponse",
    "ListMeetingsResponseDataItem",
    "ListMeetingsResponseDataItemIds",
    "ListMeetingsResponseDataItemParticipantsItem",
    "ListMeetingsResponseDataItemParticipantsItemStatus",
    "ListMeetingsResponseDataItemStartDate",
    "ListMeetingsResponseDataItemStartDatetime",
    "ListNotesResponse",
    "ListNotesResponseDataItem",
    "ListNotesResponseDataItemIds",
    "ListNotesResponseDataItemTagsItemRecord",
    "ListNotesResponseDataItemTagsItemWorkspaceMember",
    "ListObjectsResponse",
    "ListObjectsResponseDataItem",
    "ListObjectsResponseDataItemIds",
    "ListObjectViewsResponse",
    "ListObjectViewsResponseDataItem",
    "ListObjectViewsResponseDataItemIds",
    "ListOptionsResponse",
    "ListRecordEntriesResponse",
    "ListRecordEntriesResponseDataItem",
    "ListRecordsResponse",
    "ListStatusesResponse",
    "ListTasksQuerySort",
    "ListTasksResponse",
    "ListTasksResponseDataItem",
    "ListTasksResponseDataItemAssigneesItem",
    "ListTasksResponseDataItemIds",
    "ListTasksResponseDataItemLinkedRecordsItem",
    "ListThreadsResponse",
    "ListThreadsResponseDataItem",
    "ListThreadsResponseDataItemIds",
    "ListWebhooksResponse",
    "ListWebhooksResponseDataItem",
    "ListWebhooksResponseDataItemIds",
    "ListWebhooksResponseDataItemStatus",
    "ListWebhooksResponseDataItemSubscriptionsItem",
    "ListWebhooksResponseDataItemSubscriptionsItemEventType",
    "ListWebhooksResponseDataItemSubscriptionsItemFilterAnd",
    "ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemEquals",
    "ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemNotEquals",
    "ListWebhooksResponseDataItemSubscriptionsItemFilterOr",
    "ListWorkspaceMembersResponse",
    "ListWorkspaceMembersResponseDataItem",
    "ListWorkspaceMembersResponseDataItemAccessLevel",
    "ListWorkspaceMembersResponseDataItemIds",
    "MergeRecordsBody",
    "MergeRecordsBodyData",
    "MergeRecordsResponse",
    "MergeRecordsResponseData",
    "ReplaceEntryBody",
    "ReplaceEntryBodyData",
    "ReplaceMeetingBody",
    "ReplaceMeetingBodyData",
    "RunSqlBody",
    "RunSqlResponse",
    "RunSqlResponseData",
    "SearchRecordsBody",
    "SearchRecordsBodyRequestAsWorkspace",
    "SearchRecordsBodyRequestAsWorkspaceMemberEmailAddress",
    "SearchRecordsResponse",
    "SearchRecordsResponseDataItem2",
    "SearchRecordsResponseDataItemCompanies",
    "SearchRecordsResponseDataItemCompaniesIds",
    "SearchRecordsResponseDataItemPeople",
    "UnknownCreateActivityRecordResponseDataValuesValueItem",
    "UnknownCreateFileResponseData",
    "UnknownGetFileResponseData",
    "UnknownListAttributesResponseDataItemDefaultValue",
    "UnknownListAttributesResponseDataItemDefaultValueStaticTemplateItem",
    "UnknownListFilesResponseDataItem",
    "UnknownListNotesResponseDataItemTagsItem",
    "UnknownListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItem",
    "UnsubscribeEmailsBody",
    "UnsubscribeEmailsBodyData",
    "UnsubscribeEmailsResponse",
    "UnsubscribeEmailsResponseDataItem",
    "UpdateActivityBody",
    "UpdateActivityBodyData",
    "UpdateAttributeBody",
    "UpdateAttributeBodyData",
    "UpdateListBody",
    "UpdateListBodyData",
    "UpdateNoteBody",
    "UpdateNoteBodyData",
    "UpdateOptionBody",
    "UpdateOptionBodyData",
    "UpdateStatusBody",
    "UpdateStatusBodyData",
    "UpdateTaskBody",
    "UpdateTaskBodyData",
    "UpdateWebhookBody",
    "UpdateWebhookBodyData",
    "UploadFileBody",
    "UploadFileResponse",
    "WriteEntryValuesBody",
    "WriteEntryValuesBodyData",
    "WriteEntryValuesBodyDataValuesItem",
)

_MODULES = {
    "CreateActivityBody": ".create_activity_body",
    "CreateActivityBodyData": ".create_activity_body_data",
    "CreateActivityBodyDataExtends": ".create_activity_body_data_extends",
    "CreateActivityRecordBody": ".create_activity_record_body",
    "CreateActivityRecordBodyData": ".create_activity_record_body_data",
    "CreateActivityRecordBodyDataValues": ".create_activity_record_body_data_values",
    "CreateActivityRecordResponse": ".create_activity_record_response",
    "CreateActivityRecordResponseData": ".create_activity_record_response_data",
    "CreateActivityRecordResponseDataIds": ".create_activity_record_response_data_ids",
    "CreateActivityRecordResponseDataValues": ".create_activity_record_response_data_values",
    "CreateActivityRecordResponseDataValuesValueItemActorReference": ".create_activity_record_response_data_values_value_item_actor_reference",
    "CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActor": ".create_activity_record_response_data_values_value_item_actor_reference_created_by_actor",
    "CreateActivityRecordResponseDataValuesValueItemActorReferenceCreatedByActorType": ".create_activity_record_response_data_values_value_item_actor_reference_created_by_actor_type",
    "CreateActivityRecordResponseDataValuesValueItemCheckbox": ".create_activity_record_response_data_values_value_item_checkbox",
    "CreateActivityRecordResponseDataValuesValueItemCurrency": ".create_activity_record_response_data_values_value_item_currency",
    "CreateActivityRecordResponseDataValuesValueItemCurrencyCurrencyCode": ".create_activity_record_response_data_values_value_item_currency_currency_code",
    "CreateActivityRecordResponseDataValuesValueItemDate": ".create_activity_record_response_data_values_value_item_date",
    "CreateActivityRecordResponseDataValuesValueItemDomain": ".create_activity_record_response_data_values_value_item_domain",
    "CreateActivityRecordResponseDataValuesValueItemEmailAddress": ".create_activity_record_response_data_values_value_item_email_address",
    "CreateActivityRecordResponseDataValuesValueItemInteraction": ".create_activity_record_response_data_values_value_item_interaction",
    "CreateActivityRecordResponseDataValuesValueItemInteractionInteractionType": ".create_activity_record_response_data_values_value_item_interaction_interaction_type",
    "CreateActivityRecordResponseDataValuesValueItemLocation": ".create_activity_record_response_data_values_value_item_location",
    "CreateActivityRecordResponseDataValuesValueItemLocationCountryCode": ".create_activity_record_response_data_values_value_item_location_country_code",
    "CreateActivityRecordResponseDataValuesValueItemNumber": ".create_activity_record_response_data_values_value_item_number",
    "CreateActivityRecordResponseDataValuesValueItemPersonalName": ".create_activity_record_response_data_values_value_item_personal_name",
    "CreateActivityRecordResponseDataValuesValueItemPhoneNumber": ".create_activity_record_response_data_values_value_item_phone_number",
    "CreateActivityRecordResponseDataValuesValueItemRating": ".create_activity_record_response_data_values_value_item_rating",
    "CreateActivityRecordResponseDataValuesValueItemRecordReference": ".create_activity_record_response_data_values_value_item_record_reference",
    "CreateActivityRecordResponseDataValuesValueItemSelect": ".create_activity_record_response_data_values_value_item_select",
    "CreateActivityRecordResponseDataValuesValueItemSelectOption": ".create_activity_record_response_data_values_value_item_select_option",
    "CreateActivityRecordResponseDataValuesValueItemSelectOptionIds": ".create_activity_record_response_data_values_value_item_select_option_ids",
    "CreateActivityRecordResponseDataValuesValueItemStatus": ".create_activity_record_response_data_values_value_item_status",
    "CreateActivityRecordResponseDataValuesValueItemStatusStatus": ".create_activity_record_response_data_values_value_item_status_status",
    "CreateActivityRecordResponseDataValuesValueItemStatusStatusIds": ".create_activity_record_response_data_values_value_item_status_status_ids",
    "CreateActivityRecordResponseDataValuesValueItemText": ".create_activity_record_response_data_values_value_item_text",
    "CreateActivityRecordResponseDataValuesValueItemTimestamp": ".create_activity_record_response_data_values_value_item_timestamp",
    "CreateActivityResponse": ".create_activity_response",
    "CreateAttributeBody": ".create_attribute_body",
    "CreateAttributeBodyData": ".create_attribute_body_data",
    "CreateAttributeBodyDataConfig": ".create_attribute_body_data_config",
    "CreateAttributeBodyDataConfigCurrency": ".create_attribute_body_data_config_currency",
    "CreateAttributeBodyDataConfigRecordReference": ".create_attribute_body_data_config_record_reference",
    "CreateAttributeBodyDataDefaultValueStatic": ".create_attribute_body_data_default_value_static",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemCurrencyValue": ".create_attribute_body_data_default_value_static_template_item_currency_value",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemFirstName": ".create_attribute_body_data_default_value_static_template_item_first_name",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemInteractedAt": ".create_attribute_body_data_default_value_static_template_item_interacted_at",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemLatitude": ".create_attribute_body_data_default_value_static_template_item_latitude",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemOption": ".create_attribute_body_data_default_value_static_template_item_option",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemOriginalPhoneNumber": ".create_attribute_body_data_default_value_static_template_item_original_phone_number",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemStatus": ".create_attribute_body_data_default_value_static_template_item_status",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemValue": ".create_attribute_body_data_default_value_static_template_item_value",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemValueBoolean": ".create_attribute_body_data_default_value_static_template_item_value_boolean",
    "CreateAttributeBodyDataDefaultValueStaticTemplateItemValueNumber": ".create_attribute_body_data_default_value_static_template_item_value_number",
    "CreateAttributeBodyDataRelationship": ".create_attribute_body_data_relationship",
    "CreateAttributeBodyDataType": ".create_attribute_body_data_type",
    "CreateAttributeResponse": ".create_attribute_response",
    "CreateCallRecordingBody": ".create_call_recording_body",
    "CreateCallRecordingBodyData": ".create_call_recording_body_data",
    "CreateCallRecordingBodyDataTranscriptItem": ".create_call_recording_body_data_transcript_item",
    "CreateCallRecordingBodyDataTranscriptItemSpeaker": ".create_call_recording_body_data_transcript_item_speaker",
    "CreateCallRecordingResponse": ".create_call_recording_response",
    "CreateCommentBody": ".create_comment_body",
    "CreateCommentBodyDataAuthor": ".create_comment_body_data_author",
    "CreateCommentBodyDataEntry": ".create_comment_body_data_entry",
    "CreateCommentBodyDataEntryAuthor": ".create_comment_body_data_entry_author",
    "CreateCommentBodyDataEntryEntry": ".create_comment_body_data_entry_entry",
    "CreateCommentBodyDataRecord": ".create_comment_body_data_record",
    "CreateCommentBodyDataRecordRecord": ".create_comment_body_data_record_record",
    "CreateCommentResponse": ".create_comment_response",
    "CreateCommentResponseData": ".create_comment_response_data",
    "CreateCommentResponseDataEntry": ".create_comment_response_data_entry",
    "CreateCommentResponseDataIds": ".create_comment_response_data_ids",
    "CreateCommentResponseDataRecord": ".create_comment_response_data_record",
    "CreateEntryBody": ".create_entry_body",
    "CreateEntryBodyData": ".create_entry_body_data",
    "CreateEntryResponse": ".create_entry_response",
    "CreateEntryResponseData": ".create_entry_response_data",
    "CreateEntryResponseDataIds": ".create_entry_response_data_ids",
    "CreateFileBodyConnectedFile": ".create_file_body_connected_file",
    "CreateFileBodyConnectedFileStorageProvider": ".create_file_body_connected_file_storage_provider",
    "CreateFileBodyConnectedFolder": ".create_file_body_connected_folder",
    "CreateFileBodyFolder": ".create_file_body_folder",
    "CreateFileResponse": ".create_file_response",
    "CreateListBody": ".create_list_body",
    "CreateListBodyData": ".create_list_body_data",
    "CreateListResponse": ".create_list_response",
    "CreateMeetingBody": ".create_meeting_body",
    "CreateMeetingBodyData": ".create_meeting_body_data",
    "CreateMeetingBodyDataParticipantsItem": ".create_meeting_body_data_participants_item",
    "CreateMeetingBodyDataStartDatetime": ".create_meeting_body_data_start_datetime",
    "CreateMeetingResponse": ".create_meeting_response",
    "CreateNoteBody": ".create_note_body",
    "CreateNoteBodyData": ".create_note_body_data",
    "CreateNoteBodyDataFormat": ".create_note_body_data_format",
    "CreateNoteResponse": ".create_note_response",
    "CreateObjectBody": ".create_object_body",
    "CreateObjectBodyData": ".create_object_body_data",
    "CreateObjectResponse": ".create_object_response",
    "CreateOptionBody": ".create_option_body",
    "CreateOptionBodyData": ".create_option_body_data",
    "CreateOptionResponse": ".create_option_response",
    "CreateRecordResponse": ".create_record_response",
    "CreateRecordResponseData": ".create_record_response_data",
    "CreateStatusBody": ".create_status_body",
    "CreateStatusBodyData": ".create_status_body_data",
    "CreateStatusResponse": ".create_status_response",
    "CreateTaskBody": ".create_task_body",
    "CreateTaskBodyData": ".create_task_body_data",
    "CreateTaskBodyDataAssigneesItemReferencedActorId": ".create_task_body_data_assignees_item_referenced_actor_id",
    "CreateTaskBodyDataAssigneesItemWorkspaceMemberEmailAddress": ".create_task_body_data_assignees_item_workspace_member_email_address",
    "CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttribute": ".create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute",
    "CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemCountryCode": ".create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_country_code",
    "CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemDomain": ".create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_domain",
    "CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemEmailAddress": ".create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_email_address",
    "CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValue": ".create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_value",
    "CreateTaskBodyDataLinkedRecordsArray0ItemSlugOrIdOfMatchingAttributeSlugOrIdOfMatchingAttributeItemValueNumber": ".create_task_body_data_linked_records_array_0_item_slug_or_id_of_matching_attribute_slug_or_id_of_matching_attribute_item_value_number",
    "CreateTaskBodyDataLinkedRecordsArray0ItemTargetObject": ".create_task_body_data_linked_records_array_0_item_target_object",
    "CreateTaskResponse": ".create_task_response",
    "CreateWebhookBody": ".create_webhook_body",
    "CreateWebhookBodyData": ".create_webhook_body_data",
    "CreateWebhookResponse": ".create_webhook_response",
    "CreateWebhookResponseData": ".create_webhook_response_data",
    "DeleteActivityResponse": ".delete_activity_response",
    "GetCallRecordingResponse": ".get_call_recording_response",
    "GetCallRecordingResponseData": ".get_call_recording_response_data",
    "GetCallRecordingResponseDataTranscript": ".get_call_recording_response_data_transcript",
    "GetCallRecordingResponseDataTranscriptSegmentsItem": ".get_call_recording_response_data_transcript_segments_item",
    "GetCallRecordingResponseDataTranscriptSegmentsItemSpeaker": ".get_call_recording_response_data_transcript_segments_item_speaker",
    "GetFileResponse": ".get_file_response",
    "GetFileResponseDataFolder": ".get_file_response_data_folder",
    "GetSelfResponseActive": ".get_self_response_active",
    "GetSelfResponseAud": ".get_self_response_aud",
    "GetSelfResponseAudTokenLevel": ".get_self_response_aud_token_level",
    "GetThreadResponse": ".get_thread_response",
    "GetTranscriptResponse": ".get_transcript_response",
    "GetTranscriptResponseData": ".get_transcript_response_data",
    "GetWebhookResponse": ".get_webhook_response",
    "GetWorkspaceMemberResponse": ".get_workspace_member_response",
    "ListActivitiesResponse": ".list_activities_response",
    "ListActivitiesResponseDataItem": ".list_activities_response_data_item",
    "ListActivitiesResponseDataItemExtendsItem": ".list_activities_response_data_item_extends_item",
    "ListActivitiesResponseDataItemIds": ".list_activities_response_data_item_ids",
    "ListActivitiesResponsePagination": ".list_activities_response_pagination",
    "ListActivityRecordsBody": ".list_activity_records_body",
    "ListActivityRecordsBodySortsItemAttribute": ".list_activity_records_body_sorts_item_attribute",
    "ListActivityRecordsBodySortsItemAttributeDirection": ".list_activity_records_body_sorts_item_attribute_direction",
    "ListActivityRecordsBodySortsItemDirection": ".list_activity_records_body_sorts_item_direction",
    "ListActivityRecordsResponse": ".list_activity_records_response",
    "ListAttributesPathTarget": ".list_attributes_path_target",
    "ListAttributesResponse": ".list_attributes_response",
    "ListAttributesResponseDataItem": ".list_attributes_response_data_item",
    "ListAttributesResponseDataItemConfig": ".list_attributes_response_data_item_config",
    "ListAttributesResponseDataItemConfigCurrency": ".list_attributes_response_data_item_config_currency",
    "ListAttributesResponseDataItemConfigCurrencyDisplayType": ".list_attributes_response_data_item_config_currency_display_type",
    "ListAttributesResponseDataItemConfigRecordReference": ".list_attributes_response_data_item_config_record_reference",
    "ListAttributesResponseDataItemDefaultValueDynamic": ".list_attributes_response_data_item_default_value_dynamic",
    "ListAttributesResponseDataItemDefaultValueStatic": ".list_attributes_response_data_item_default_value_static",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemActorReference": ".list_attributes_response_data_item_default_value_static_template_item_actor_reference",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemCheckbox": ".list_attributes_response_data_item_default_value_static_template_item_checkbox",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemCurrency": ".list_attributes_response_data_item_default_value_static_template_item_currency",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemDate": ".list_attributes_response_data_item_default_value_static_template_item_date",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemDomain": ".list_attributes_response_data_item_default_value_static_template_item_domain",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemEmailAddress": ".list_attributes_response_data_item_default_value_static_template_item_email_address",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemInteraction": ".list_attributes_response_data_item_default_value_static_template_item_interaction",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemLocation": ".list_attributes_response_data_item_default_value_static_template_item_location",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemNumber": ".list_attributes_response_data_item_default_value_static_template_item_number",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemPersonalName": ".list_attributes_response_data_item_default_value_static_template_item_personal_name",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemPhoneNumber": ".list_attributes_response_data_item_default_value_static_template_item_phone_number",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemRating": ".list_attributes_response_data_item_default_value_static_template_item_rating",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemRecordReference": ".list_attributes_response_data_item_default_value_static_template_item_record_reference",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelect": ".list_attributes_response_data_item_default_value_static_template_item_select",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemSelectOptionObject": ".list_attributes_response_data_item_default_value_static_template_item_select_option_object",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatus": ".list_attributes_response_data_item_default_value_static_template_item_status",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemStatusStatusObject": ".list_attributes_response_data_item_default_value_static_template_item_status_status_object",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemText": ".list_attributes_response_data_item_default_value_static_template_item_text",
    "ListAttributesResponseDataItemDefaultValueStaticTemplateItemTimestamp": ".list_attributes_response_data_item_default_value_static_template_item_timestamp",
    "ListAttributesResponseDataItemIds": ".list_attributes_response_data_item_ids",
    "ListAttributesResponseDataItemRelationship": ".list_attributes_response_data_item_relationship",
    "ListAttributesResponseDataItemType": ".list_attributes_response_data_item_type",
    "ListCallRecordingsResponse": ".list_call_recordings_response",
    "ListCallRecordingsResponseDataItem": ".list_call_recordings_response_data_item",
    "ListCallRecordingsResponseDataItemIds": ".list_call_recordings_response_data_item_ids",
    "ListCallRecordingsResponseDataItemStatus": ".list_call_recordings_response_data_item_status",
    "ListEmailsResponse": ".list_emails_response",
    "ListEmailsResponseDataItem": ".list_emails_response_data_item",
    "ListEmailsResponseDataItemDirection": ".list_emails_response_data_item_direction",
    "ListEmailsResponseDataItemIds": ".list_emails_response_data_item_ids",
    "ListEmailsResponseDataItemLinkedRecordsItem": ".list_emails_response_data_item_linked_records_item",
    "ListEmailsResponseDataItemParticipantsItem": ".list_emails_response_data_item_participants_item",
    "ListEmailsResponseDataItemParticipantsItemRole": ".list_emails_response_data_item_participants_item_role",
    "ListEntriesBody": ".list_entries_body",
    "ListEntriesResponse": ".list_entries_response",
    "ListEntryValuesResponse": ".list_entry_values_response",
    "ListFilesQueryStorageProvider": ".list_files_query_storage_provider",
    "ListFilesResponse": ".list_files_response",
    "ListFilesResponseDataItemConnectedFile": ".list_files_response_data_item_connected_file",
    "ListFilesResponseDataItemConnectedFolder": ".list_files_response_data_item_connected_folder",
    "ListFilesResponseDataItemFile": ".list_files_response_data_item_file",
    "ListFilesResponseDataItemFileIds": ".list_files_response_data_item_file_ids",
    "ListFilesResponseDataItemFolder": ".list_files_response_data_item_folder",
    "ListListViewsResponse": ".list_list_views_response",
    "ListListViewsResponseDataItem": ".list_list_views_response_data_item",
    "ListListViewsResponseDataItemIds": ".list_list_views_response_data_item_ids",
    "ListListsResponse": ".list_lists_response",
    "ListListsResponseDataItem": ".list_lists_response_data_item",
    "ListListsResponseDataItemIds": ".list_lists_response_data_item_ids",
    "ListListsResponseDataItemWorkspaceAccess": ".list_lists_response_data_item_workspace_access",
    "ListListsResponseDataItemWorkspaceMemberAccessItem": ".list_lists_response_data_item_workspace_member_access_item",
    "ListMeetingsQuerySort": ".list_meetings_query_sort",
    "ListMeetingsResponse": ".list_meetings_response",
    "ListMeetingsResponseDataItem": ".list_meetings_response_data_item",
    "ListMeetingsResponseDataItemIds": ".list_meetings_response_data_item_ids",
    "ListMeetingsResponseDataItemParticipantsItem": ".list_meetings_response_data_item_participants_item",
    "ListMeetingsResponseDataItemParticipantsItemStatus": ".list_meetings_response_data_item_participants_item_status",
    "ListMeetingsResponseDataItemStartDate": ".list_meetings_response_data_item_start_date",
    "ListMeetingsResponseDataItemStartDatetime": ".list_meetings_response_data_item_start_datetime",
    "ListNotesResponse": ".list_notes_response",
    "ListNotesResponseDataItem": ".list_notes_response_data_item",
    "ListNotesResponseDataItemIds": ".list_notes_response_data_item_ids",
    "ListNotesResponseDataItemTagsItemRecord": ".list_notes_response_data_item_tags_item_record",
    "ListNotesResponseDataItemTagsItemWorkspaceMember": ".list_notes_response_data_item_tags_item_workspace_member",
    "ListObjectViewsResponse": ".list_object_views_response",
    "ListObjectViewsResponseDataItem": ".list_object_views_response_data_item",
    "ListObjectViewsResponseDataItemIds": ".list_object_views_response_data_item_ids",
    "ListObjectsResponse": ".list_objects_response",
    "ListObjectsResponseDataItem": ".list_objects_response_data_item",
    "ListObjectsResponseDataItemIds": ".list_objects_response_data_item_ids",
    "ListOptionsResponse": ".list_options_response",
    "ListRecordEntriesResponse": ".list_record_entries_response",
    "ListRecordEntriesResponseDataItem": ".list_record_entries_response_data_item",
    "ListRecordsResponse": ".list_records_response",
    "ListStatusesResponse": ".list_statuses_response",
    "ListTasksQuerySort": ".list_tasks_query_sort",
    "ListTasksResponse": ".list_tasks_response",
    "ListTasksResponseDataItem": ".list_tasks_response_data_item",
    "ListTasksResponseDataItemAssigneesItem": ".list_tasks_response_data_item_assignees_item",
    "ListTasksResponseDataItemIds": ".list_tasks_response_data_item_ids",
    "ListTasksResponseDataItemLinkedRecordsItem": ".list_tasks_response_data_item_linked_records_item",
    "ListThreadsResponse": ".list_threads_response",
    "ListThreadsResponseDataItem": ".list_threads_response_data_item",
    "ListThreadsResponseDataItemIds": ".list_threads_response_data_item_ids",
    "ListWebhooksResponse": ".list_webhooks_response",
    "ListWebhooksResponseDataItem": ".list_webhooks_response_data_item",
    "ListWebhooksResponseDataItemIds": ".list_webhooks_response_data_item_ids",
    "ListWebhooksResponseDataItemStatus": ".list_webhooks_response_data_item_status",
    "ListWebhooksResponseDataItemSubscriptionsItem": ".list_webhooks_response_data_item_subscriptions_item",
    "ListWebhooksResponseDataItemSubscriptionsItemEventType": ".list_webhooks_response_data_item_subscriptions_item_event_type",
    "ListWebhooksResponseDataItemSubscriptionsItemFilterAnd": ".list_webhooks_response_data_item_subscriptions_item_filter_and",
    "ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemEquals": ".list_webhooks_response_data_item_subscriptions_item_filter_and_and_item_equals",
    "ListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItemNotEquals": ".list_webhooks_response_data_item_subscriptions_item_filter_and_and_item_not_equals",
    "ListWebhooksResponseDataItemSubscriptionsItemFilterOr": ".list_webhooks_response_data_item_subscriptions_item_filter_or",
    "ListWorkspaceMembersResponse": ".list_workspace_members_response",
    "ListWorkspaceMembersResponseDataItem": ".list_workspace_members_response_data_item",
    "ListWorkspaceMembersResponseDataItemAccessLevel": ".list_workspace_members_response_data_item_access_level",
    "ListWorkspaceMembersResponseDataItemIds": ".list_workspace_members_response_data_item_ids",
    "MergeRecordsBody": ".merge_records_body",
    "MergeRecordsBodyData": ".merge_records_body_data",
    "MergeRecordsResponse": ".merge_records_response",
    "MergeRecordsResponseData": ".merge_records_response_data",
    "ReplaceEntryBody": ".replace_entry_body",
    "ReplaceEntryBodyData": ".replace_entry_body_data",
    "ReplaceMeetingBody": ".replace_meeting_body",
    "ReplaceMeetingBodyData": ".replace_meeting_body_data",
    "RunSqlBody": ".run_sql_body",
    "RunSqlResponse": ".run_sql_response",
    "RunSqlResponseData": ".run_sql_response_data",
    "SearchRecordsBody": ".search_records_body",
    "SearchRecordsBodyRequestAsWorkspace": ".search_records_body_request_as_workspace",
    "SearchRecordsBodyRequestAsWorkspaceMemberEmailAddress": ".search_records_body_request_as_workspace_member_email_address",
    "SearchRecordsResponse": ".search_records_response",
    "SearchRecordsResponseDataItem2": ".search_records_response_data_item_2",
    "SearchRecordsResponseDataItemCompanies": ".search_records_response_data_item_companies",
    "SearchRecordsResponseDataItemCompaniesIds": ".search_records_response_data_item_companies_ids",
    "SearchRecordsResponseDataItemPeople": ".search_records_response_data_item_people",
    "UnknownCreateActivityRecordResponseDataValuesValueItem": ".unknown_create_activity_record_response_data_values_value_item",
    "UnknownCreateFileResponseData": ".unknown_create_file_response_data",
    "UnknownGetFileResponseData": ".unknown_get_file_response_data",
    "UnknownListAttributesResponseDataItemDefaultValue": ".unknown_list_attributes_response_data_item_default_value",
    "UnknownListAttributesResponseDataItemDefaultValueStaticTemplateItem": ".unknown_list_attributes_response_data_item_default_value_static_template_item",
    "UnknownListFilesResponseDataItem": ".unknown_list_files_response_data_item",
    "UnknownListNotesResponseDataItemTagsItem": ".unknown_list_notes_response_data_item_tags_item",
    "UnknownListWebhooksResponseDataItemSubscriptionsItemFilterAndAndItem": ".unknown_list_webhooks_response_data_item_subscriptions_item_filter_and_and_item",
    "UnsubscribeEmailsBody": ".unsubscribe_emails_body",
    "UnsubscribeEmailsBodyData": ".unsubscribe_emails_body_data",
    "UnsubscribeEmailsResponse": ".unsubscribe_emails_response",
    "UnsubscribeEmailsResponseDataItem": ".unsubscribe_emails_response_data_item",
    "UpdateActivityBody": ".update_activity_body",
    "UpdateActivityBodyData": ".update_activity_body_data",
    "UpdateAttributeBody": ".update_attribute_body",
    "UpdateAttributeBodyData": ".update_attribute_body_data",
    "UpdateListBody": ".update_list_body",
    "UpdateListBodyData": ".update_list_body_data",
    "UpdateNoteBody": ".update_note_body",
    "UpdateNoteBodyData": ".update_note_body_data",
    "UpdateOptionBody": ".update_option_body",
    "UpdateOptionBodyData": ".update_option_body_data",
    "UpdateStatusBody": ".update_status_body",
    "UpdateStatusBodyData": ".update_status_body_data",
    "UpdateTaskBody": ".update_task_body",
    "UpdateTaskBodyData": ".update_task_body_data",
    "UpdateWebhookBody": ".update_webhook_body",
    "UpdateWebhookBodyData": ".update_webhook_body_data",
    "UploadFileBody": ".upload_file_body",
    "UploadFileResponse": ".upload_file_response",
    "WriteEntryValuesBody": ".write_entry_values_body",
    "WriteEntryValuesBodyData": ".write_entry_values_body_data",
    "WriteEntryValuesBodyDataValuesItem": ".write_entry_values_body_data_values_item",
}


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(module, __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
