package org.tongban.core.page.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.Component.ErrorSummary;

/**
 * A form with a document in one language, for the partials {@code page/form-edit} and {@code page/form-read} (CO-30).
 *
 * @param form its id with version
 * @param errors what is wrong, if anything is
 */
public record FormView(
        String form,
        String title,
        List<FormField> fields,
        @Nullable ErrorSummary errors) {}
