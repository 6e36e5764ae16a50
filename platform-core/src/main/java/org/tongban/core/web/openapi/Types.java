package org.tongban.core.web.openapi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** The classes of types. */
final class Types {
    private Types() {}

    /** The class without its arguments; null for a wildcard or a variable. */
    static @Nullable Class<?> raw(@Nullable Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : null;
    }
}
