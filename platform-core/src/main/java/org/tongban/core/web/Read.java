package org.tongban.core.web;

import io.micronaut.aop.Around;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller method that reads (CO-10b): one connection, the owner check, the ETag of what is answered and 304
 * where {@code If-None-Match} names it.
 */
@Around
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Read {
    /**
     * The audit action of a reading that leaves a record, as one of personal identifiers in clear does (CO-55), declared by
     * the module; none for any other. The method answers what is {@link Audited}, or calls {@link AuditTrail#record}.
     */
    String action() default "";

    /** Who may reach the record; none for lists. */
    Class<? extends Ownership> owner() default Write.NoOwner.class;

    /** The path variable that says which record: a UUID, or the record's own key. */
    String record() default "id";
}
