package org.tongban.core.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.core.module.Title;

/** What leaves the form endpoints. */
final class FormViews {
    private static final ObjectMapper TREES = new ObjectMapper();

    private FormViews() {}

    /** A list of forms or of versions. */
    @Serdeable
    record FormList(List<FormEntry> items) {}

    /** One version of a form, by reference. */
    @Serdeable
    record FormEntry(String id, String module, String form, String version, FormTitle titles, String href) {}

    /** A title in both languages. */
    @Serdeable
    record FormTitle(String zh, String en) {}

    /** One version of a form, whole. */
    @Serdeable
    record FormDocument(
            String id, FormTitle titles, Map<String, Object> schema, Map<String, Object> ui, String draftHref) {}

    static FormList list(Collection<RegisteredForm> forms) {
        return new FormList(forms.stream().map(FormViews::entry).toList());
    }

    private static FormEntry entry(RegisteredForm form) {
        return new FormEntry(
                form.definition().id(),
                form.module(),
                form.name(),
                form.version(),
                title(form.definition().title()),
                href(form));
    }

    static FormDocument document(RegisteredForm form) {
        return new FormDocument(
                form.definition().id(),
                title(form.definition().title()),
                tree(form.submit().source()),
                tree(form.ui()),
                href(form) + "/draft");
    }

    /** The tree as maps and lists, in the order of the document. */
    static Map<String, Object> tree(JsonNode document) {
        var tree = new LinkedHashMap<String, Object>();
        document.properties()
                .forEach(
                        property -> tree.put(property.getKey(), TREES.convertValue(property.getValue(), Object.class)));
        return tree;
    }

    private static FormTitle title(Title title) {
        return new FormTitle(title.zh(), title.en());
    }

    private static String href(RegisteredForm form) {
        return FormController.PATH + "/" + form.module() + "/" + form.name() + "/" + form.version();
    }
}
