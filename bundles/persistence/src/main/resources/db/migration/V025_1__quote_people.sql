-- Whose lists and quotes are, so that those of one person are found without reading all.
CREATE INDEX project_list_owner ON project_list (owner);
CREATE INDEX quote_requested_by ON quote (requested_by);
CREATE INDEX quote_offer_offered_by ON quote_offer (offered_by);
CREATE INDEX quote_comment_said_by ON quote_comment (said_by);
