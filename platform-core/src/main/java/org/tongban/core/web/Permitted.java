package org.tongban.core.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an endpoint's caller must hold (CO-28); every endpoint carries either this or {@link Open}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Permitted {
    /** Stands for: the permission of at least one declared review type. */
    String ANY_REVIEW = "*:review";

    /** The permission, {@code module:action}. */
    String value();
}
