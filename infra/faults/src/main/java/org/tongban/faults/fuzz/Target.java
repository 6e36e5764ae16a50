package org.tongban.faults.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The server that is fuzzed.
 *
 * @param openApi what it says of itself
 * @param tokens access tokens by the name of their role; an empty one sends none
 * @param variables a value for each path variable that is no id
 * @param records ids of records that exist, by the folder in the path before them
 */
public record Target(
        URI address,
        JsonNode openApi,
        Map<String, String> tokens,
        Map<String, String> variables,
        Map<String, String> records) {
    /** The role whose session may end; the others must stay signed in. */
    public static final String LEAVING = "leaving";

    private static final String ENDS_SESSION = "endSession";
    /** Would end the sessions of the other roles too, which share the account. */
    private static final String ENDS_ALL_SESSIONS = "endMySessions";

    private static final Pattern VARIABLE = Pattern.compile("([^/]*)/\\{([^}]*)}");

    /** Whether the role may call the operation as often as it likes. */
    boolean plays(String role, Operation operation) {
        var signedIn = tokens.getOrDefault(role, "").length() > 20;
        return !signedIn
                || !operation.id().equals(ENDS_ALL_SESSIONS)
                        && role.equals(LEAVING) == operation.id().equals(ENDS_SESSION);
    }

    /** A path of the operation: with a record's id or with one of none, as chance has it. */
    String path(Operation operation, RandomGenerator random) {
        return VARIABLE.matcher(operation.path()).replaceAll(found -> value(found, random));
    }

    private String value(MatchResult found, RandomGenerator random) {
        var known = variables.get(found.group(2));
        if (known == null) {
            var other = new UUID(random.nextLong() & ~0xf000L | 0x7000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
            known = random.nextBoolean() ? records.getOrDefault(found.group(1), other.toString()) : other.toString();
        }
        return found.group(1) + "/" + known;
    }
}
