package org.tongban.core.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller method that sometimes gives personal identifiers in clear (CO-55): before it does so it calls
 * {@link AuditTrail#recordReading}. One that always leaves a record is a {@link Read} or {@link Write} with an action.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Discloses {
    /** The audit action, declared by the module. */
    String value();
}
