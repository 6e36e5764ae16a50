package org.tongban.filing.product;

import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.tongban.core.web.DomainException;
import org.tongban.filing.FilingError;

/** Stores a product under its keys, which a unit has once only in review or filed (PF-31). */
final class StoreOnce {
    private static final String UNIQUE_VIOLATION = "23505";

    private StoreOnce() {}

    /** @throws DomainException {@code duplicate-product} where there is one already, or another is stored at the same time */
    static void store(ProductRepository products, Product product) {
        products.requireOnce(product);
        try {
            products.store(product);
        } catch (DataAccessException refused) {
            if (isUniqueViolation(refused)) {
                throw DomainException.of(FilingError.DUPLICATE_PRODUCT);
            }
            throw refused;
        }
    }

    private static boolean isUniqueViolation(@Nullable Throwable refused) {
        for (var cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
