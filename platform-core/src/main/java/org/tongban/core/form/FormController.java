package org.tongban.core.form;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;

/** Publishes the forms, so that a portal shows and checks them without knowing them (CO-30). */
@Controller(FormController.PATH)
@Tag(name = "Forms")
class FormController {
    static final String PATH = "/api/platform/v1/forms";

    private final Forms forms;

    FormController(Forms forms) {
        this.forms = forms;
    }

    @Open
    @Read
    @Get
    @Operation(summary = "All forms of all modules")
    public FormViews.FormList listForms() {
        return FormViews.list(forms.all());
    }

    @Open
    @Read
    @Get("/{module}/{form}")
    @Operation(summary = "The versions of a form")
    public FormViews.FormList listFormVersions(String module, String form) {
        var versions = forms.all().stream()
                .filter(known -> known.module().equals(module) && known.name().equals(form))
                .toList();
        if (versions.isEmpty()) {
            throw DomainException.of(CoreError.NOT_FOUND);
        }
        return FormViews.list(versions);
    }

    @Open
    @Read
    @Get("/{module}/{form}/{version}")
    @Operation(summary = "One version of a form: schema, UI schema and titles")
    public FormViews.FormDocument showForm(String module, String form, String version) {
        return FormViews.document(registered(module, form, version));
    }

    @Open
    @Read
    @Get("/{module}/{form}/{version}/draft")
    @Operation(summary = "The schema that a draft of the form must meet")
    public Map<String, Object> showDraftForm(String module, String form, String version) {
        return FormViews.tree(registered(module, form, version).draft().source());
    }

    private RegisteredForm registered(String module, String form, String version) {
        return forms.find(module + "/" + form + "@" + version)
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
    }
}
