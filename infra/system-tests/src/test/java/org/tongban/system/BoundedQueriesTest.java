package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/**
 * Every question of a Micronaut Data repository is served by an index that bounds it. Whole reads of tables are made so
 * dear that the planner takes one only where nothing else answers the question, so that no data are needed to see it.
 */
@TongbanTest
@Tag("PE-12")
class BoundedQueriesTest {
    /**
     * Tables that stay small whatever happens: a row for a key, a topic, a subscriber, a task, a year, a set, one of a few
     * places or what counts are made under, or what a task takes away by the minute.
     */
    private static final Set<String> SMALL = Set.of(
            "agreement_version",
            "download_version",
            "module_contact",
            "business_time",
            "change",
            "client",
            "daily_task",
            "event_cursor",
            "holiday_notice",
            "irregular_prefix",
            "module",
            "open_list_version",
            "reference_edition",
            "round",
            "scheduled_task",
            "signing_key",
            "statistic",
            "statistic_change",
            "webhook");

    /** {@code :name}, but neither a cast nor a part of a literal. */
    private static final Pattern PARAMETER = Pattern.compile("(?<![:'\\w]):([a-zA-Z]\\w*)");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Connection database;

    @BeforeAll
    static void connect() throws SQLException {
        var environment = Tongban.running().servers().environment();
        // The simple protocol: a statement is explained without values for its places.
        database = DriverManager.getConnection(
                environment.get("DATABASE_URL") + "?preferQueryMode=simple",
                environment.get("DATABASE_OWNER_USER"),
                environment.get("DATABASE_OWNER_PASSWORD"));
        try (var statement = database.createStatement()) {
            statement.execute("set enable_seqscan = off");
        }
    }

    @AfterAll
    static void disconnect() throws SQLException {
        database.close();
    }

    @Test
    void finds_the_repositories() {
        assertThat(queries()).hasSizeGreaterThan(50);
    }

    @Test
    void every_question_is_bounded_by_an_index() throws SQLException, IOException {
        var unbounded = new ArrayList<String>();
        for (var query : queries().entrySet()) {
            for (var fault : faults(plan(query.getValue()), false)) {
                unbounded.add(query.getKey() + ": " + fault);
            }
        }
        assertThat(unbounded).isEmpty();
    }

    @Test
    void sees_a_question_without_an_index() throws SQLException, IOException {
        assertThat(faults(plan("select id from product_filing.product where data_year = :year"), false))
                .containsExactly("reads all of product");
        assertThat(faults(plan("select id from core.event where payload = cast(:payload as jsonb)"), false))
                .containsExactly("reads all of event");
    }

    /** The questions and changes by the method that asks them. */
    private static Map<String, String> queries() {
        var queries = new LinkedHashMap<String, String>();
        for (BeanDefinition<?> definition : Tongban.running().context().getBeanDefinitions(GenericRepository.class)) {
            for (ExecutableMethod<?, ?> method : definition.getExecutableMethods()) {
                AnnotationMetadata metadata = method.getAnnotationMetadata();
                metadata.stringValue(Query.class).map(String::strip).ifPresent(sql -> {
                    // What only adds rows reads none that grow.
                    if (!sql.startsWith("insert")) {
                        queries.put(method.getDeclaringType().getSimpleName() + "." + method.getMethodName(), sql);
                    }
                });
            }
        }
        return queries;
    }

    private static JsonNode plan(String query) throws SQLException, IOException {
        var names = new LinkedHashSet<String>();
        PARAMETER.matcher(query).results().forEach(parameter -> names.add(parameter.group(1)));
        var places = List.copyOf(names);
        var sql = PARAMETER.matcher(query).replaceAll(found -> "\\$" + (places.indexOf(found.group(1)) + 1));
        try (var statement = database.createStatement();
                var row = statement.executeQuery("explain (generic_plan, format json) " + sql)) {
            row.next();
            return JSON.readTree(row.getString(1)).path(0).path("Plan");
        }
    }

    /** @param few whether a limit above stops the reading early */
    private static List<String> faults(JsonNode node, boolean few) {
        var faults = new ArrayList<String>();
        var kind = node.path("Node Type").asText();
        var table = node.path("Relation Name").asText();
        // With the id in the filter the primary key answers as soon as there are rows; among none all indexes are
        // alike.
        boolean bounded =
                node.has("Index Cond") || few || node.path("Filter").asText().contains("(id = ");
        boolean wholeIndex = kind.matches("Index (Only )?Scan") && !bounded;
        if ((kind.equals("Seq Scan") || wholeIndex) && !SMALL.contains(table)) {
            faults.add("reads all of " + table);
        }
        boolean stops = kind.equals("Limit") || few && !kind.equals("Sort") && !kind.equals("Aggregate");
        node.path("Plans").forEach(below -> faults.addAll(faults(below, stops)));
        return faults;
    }
}
