package org.tongban.core.web;

import jakarta.annotation.Nullable;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A JSON body that has been checked against its own request schema before it is bound (CO-10b). A body with violations is
 * not bound: {@link Write} raises the kept violations, after the checks that come before them, and the method is not
 * called. To the router such a parameter is therefore absent, which the annotation says by its own mark.
 */
@Nullable
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Checked {
    /**
     * The form whose draft schema the body must meet, {@code module/form@version}; empty: the type's own schema. The body is
     * taken as a {@code JsonNode}, or, where drafts of older versions of the form are sent here too, as a
     * {@link org.tongban.core.form.CheckedDraft}, a draft of any version: then the method has
     * {@link org.tongban.core.form.Forms#draftDocument} see to the one that its draft was begun with (CO-32).
     */
    String form() default "";

    /** For {@link FormFields}: the schema of the urlencoded body, by its name among the shared parts of OpenAPI. */
    String fields() default "";
}
