package org.tongban.testkit;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tongban.core.module.ModuleRegistry;

/** Looks where the migrations have put what they made (CO-2, CO-6): in the module's own schema, leaning on no other's. */
final class DatabaseCheck {
    private static final String IN_NO_SCHEMA = """
        select 'The relation ' || relname || ' lies in the schema public: a migration names its own.'
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public'\
        """;
    private static final String ACROSS_SCHEMAS = """
        select distinct 'Something in the schema ' || one.nspname || ' refers to ' || other.nspname || '.'
            || target.relname || ', which is another module''s.'
        from pg_constraint k
        join pg_class source on source.oid = k.conrelid
        join pg_namespace one on one.oid = source.relnamespace
        join pg_class target on target.oid = k.confrelid
        join pg_namespace other on other.oid = target.relnamespace
        where k.contype = 'f' and one.oid <> other.oid
        union
        select distinct 'Something in the schema ' || one.nspname || ' refers to ' || other.nspname || '.'
            || target.relname || ', which is another module''s.'
        from pg_rewrite r
        join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
            and d.refclassid = 'pg_class'::regclass
        join pg_class source on source.oid = r.ev_class
        join pg_namespace one on one.oid = source.relnamespace
        join pg_class target on target.oid = d.refobjid
        join pg_namespace other on other.oid = target.relnamespace
        where one.oid <> other.oid and one.nspname not in ('pg_catalog', 'information_schema')\
        """;
    private static final String HISTORIES = """
        select n.nspname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relname = 'migration_history'\
        """;

    private final Tongban tongban;

    DatabaseCheck(Tongban tongban) {
        this.tongban = tongban;
    }

    List<String> faults() {
        var faults = new ArrayList<String>();
        faults.addAll(column(IN_NO_SCHEMA));
        faults.addAll(column(ACROSS_SCHEMAS));
        var migrated = column(HISTORIES).stream().collect(Collectors.toSet());
        for (var module : tongban.context().getBean(ModuleRegistry.class).modules()) {
            if (!migrated.contains(module.descriptor().schema())) {
                faults.add("The module “%s” has no history of migrations in the schema %s."
                        .formatted(module.descriptor().id(), module.descriptor().schema()));
            }
        }
        return faults;
    }

    private List<String> column(String sql) {
        var environment = tongban.servers().environment();
        try (var connection = DriverManager.getConnection(
                        environment.get("DATABASE_URL"),
                        environment.get("DATABASE_USER"),
                        environment.get("DATABASE_PASSWORD"));
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
