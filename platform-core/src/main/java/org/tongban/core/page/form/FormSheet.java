package org.tongban.core.page.form;

import com.fasterxml.jackson.databind.JsonNode;
import org.tongban.core.form.RegisteredForm;
import org.tongban.core.module.Language;

/**
 * What a form is laid out by: that of a registered one, or of the body of an operation.
 *
 * @param schema a JSON Schema of an object, whose references lead into itself
 * @param ui titles, help and order, as UI schemas of forms say them
 */
public record FormSheet(String id, String title, JsonNode schema, JsonNode ui) {
    static FormSheet of(RegisteredForm form, Language language) {
        return new FormSheet(
                form.definition().id(),
                form.definition().title().in(language),
                form.submit().source(),
                form.ui());
    }
}
