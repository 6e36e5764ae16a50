package org.tongban.bench.stack;

import java.sql.Connection;
import java.sql.SQLException;

/** Accounts beside the sample ones: sign-ins of one account wait for each other, as they should. */
public final class Accounts {
    public static final int COUNT = 64;

    private Accounts() {}

    /** Adds {@code load-0} and on, with the password of unit-a. */
    static void add(Connection owner) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("""
                insert into core.account (id, realm, login, password_hash, organisation_id, state,
                       must_change_password, region, created_at, sample)
                select gen_random_uuid(), realm, 'load-' || n, password_hash, organisation_id, state,
                       must_change_password, region, created_at, sample
                  from core.account, generate_series(0, %d) as n
                 where login = 'unit-a' and realm = 'filing-unit'
                """.formatted(COUNT - 1));
        }
    }
}
