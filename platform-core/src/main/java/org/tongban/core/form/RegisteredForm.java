package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A form as it runs: its definition, what a submission and what a draft must meet, and how it is shown (CO-30).
 *
 * @param example a document that was shipped with the form; an empty one where there is none
 */
public record RegisteredForm(
        FormDefinition definition, DocumentSchema submit, DocumentSchema draft, JsonNode ui, JsonNode example) {
    /** The module of the id {@code module/form@version}. */
    public String module() {
        return id().substring(0, id().indexOf('/'));
    }

    /** The form's name in the id. */
    public String name() {
        return id().substring(id().indexOf('/') + 1, id().lastIndexOf('@'));
    }

    /** The version in the id; not always a number (an annual report's is a year). */
    public String version() {
        return id().substring(id().lastIndexOf('@') + 1);
    }

    /** The SHA-256 of its schema and UI schema in their canonical spelling, in hexadecimal digits (CO-32). */
    public String hash() {
        return FormLock.hash(submit.source(), ui);
    }

    private String id() {
        return definition.id();
    }
}
