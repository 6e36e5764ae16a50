package org.tongban.bench.bare;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells that the application and its database answer. */
@Controller("/ready")
class ReadyController {
    private final DataSource database;

    ReadyController(DataSource database) {
        this.database = database;
    }

    @Get
    Ready ready() throws SQLException {
        try (var connection = database.getConnection()) {
            return new Ready(connection.isValid(1));
        }
    }

    @Serdeable
    record Ready(boolean ready) {}
}
