package org.tongban.template.proposal;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** What somebody without an account said about an approved proposal. */
@MappedEntity(value = "comment", schema = "template_programme")
record Comment(@Id UUID id, UUID proposal, String number, String text, Instant receivedAt) {}
