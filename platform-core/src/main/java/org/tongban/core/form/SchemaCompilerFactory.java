package org.tongban.core.form;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tongban.core.identifier.CreditCodes;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.time.BusinessClock;

/** Makes the one compiler that forms and request bodies share. */
@Factory
final class SchemaCompilerFactory {
    @Singleton
    SchemaCompiler schemaCompiler(ReferenceSets references, CreditCodes codes, BusinessClock clock) {
        return new SchemaCompiler(
                IdentifierChecks.all(clock::today, codes::parse),
                (set, level, code) -> holds(references, set, level, code));
    }

    /** The depth of a code is the number of codes above it, itself counted. */
    private static boolean holds(ReferenceSets references, String set, @Nullable Integer level, String code) {
        var entry = references.find(set, code);
        if (entry.isEmpty() || level == null) {
            return entry.isPresent();
        }
        var depth = 1;
        for (var parent = entry.get().parent(); parent != null; depth++) {
            parent = references.find(set, parent).orElseThrow().parent();
        }
        return depth == level;
    }
}
