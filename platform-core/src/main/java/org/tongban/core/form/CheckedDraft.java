package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A body that was found to be a draft of a form, whose drafts of older versions are sent to the same place (CO-32): what
 * {@code @Checked(form = …)} hands to a parameter of this type, and {@link Forms#draftDocument} makes a draft's document of.
 *
 * @param form the version that it was found to be a draft of: the newest that it fits
 * @param document in the canonical spelling of that version
 */
public record CheckedDraft(String form, JsonNode document) {}
