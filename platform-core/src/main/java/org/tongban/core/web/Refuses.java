package org.tongban.core.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The error codes by which an endpoint refuses a request for reasons of its own (CO-13). Those of the platform, from a
 * missing token to a stale ETag, follow from the endpoint's other annotations. The build refuses a code that neither the
 * module nor core declares, and a test any answer with a code that stands in neither.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Refuses {
    /** Codes as {@link ErrorCode#code()} has them. */
    String[] value();
}
