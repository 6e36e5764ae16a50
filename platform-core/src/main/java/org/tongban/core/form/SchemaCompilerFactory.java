package org.tongban.core.form;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Makes the one compiler that forms and request bodies share. */
@Factory
final class SchemaCompilerFactory {
    @Singleton
    SchemaCompiler schemaCompiler(@Nullable ReferenceLookup references) {
        return new SchemaCompiler(IdentifierChecks.all(), references == null ? this::none : references);
    }

    private boolean none(String set, @Nullable Integer level, String code) {
        return false;
    }
}
