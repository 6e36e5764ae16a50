package org.tongban.core.form;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.tongban.core.identifier.CreditCodes;
import org.tongban.core.reference.ReferenceSets;
import org.tongban.core.time.BusinessClock;

/** Makes the one compiler that forms and request bodies share. */
@Factory
final class SchemaCompilerFactory {
    @Singleton
    SchemaCompiler schemaCompiler(ReferenceSets references, CreditCodes codes, BusinessClock clock) {
        return new SchemaCompiler(IdentifierChecks.all(clock::today, codes::parse), references);
    }
}
