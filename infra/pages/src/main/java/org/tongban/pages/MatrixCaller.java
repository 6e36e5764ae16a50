package org.tongban.pages;

import java.util.Set;

/** A kind of caller: a column of the permission matrix (RL-6). */
public sealed interface MatrixCaller {
    /** Sends no token. */
    record Anonymous() implements MatrixCaller {}

    /** An account of a realm without a role. */
    record OfRealm(String realm, Set<String> permissions) implements MatrixCaller {}

    /** An account of a realm that stands before its gate (ID-6). */
    record BeforeGate(String realm, Set<String> permissions) implements MatrixCaller {}

    /** An account that acts for an organisation, whatever its realm: beside that of its realm it has these (ID-41). */
    record ForOrganisation(String realm, Set<String> permissions) implements MatrixCaller {}

    /** One of staff with a role. */
    record OfRole(String role, Set<String> permissions) implements MatrixCaller {}

    /** A client that calls on its own behalf, with every scope that can be granted (CO-27). */
    record OfClient(Set<String> scopes) implements MatrixCaller {}

    /** Has every role, and signed in with a password made by others (CO-23). */
    record Newcomer() implements MatrixCaller {}

    /** Had every role when the token was made; the account was disabled since, or its rights or its session ended. */
    record Outdated() implements MatrixCaller {}

    /** The column's head. */
    default String words() {
        return switch (this) {
            case Anonymous anonymous -> "no token";
            case OfRealm(var realm, var permissions) -> "realm " + Markdown.code(realm);
            case BeforeGate(var realm, var permissions) -> "realm " + Markdown.code(realm) + " before its gate";
            case ForOrganisation(var realm, var permissions) -> "acting for an organisation";
            case OfRole(var role, var permissions) -> "role " + Markdown.code(role);
            case OfClient(var scopes) -> "client";
            case Newcomer newcomer -> "first sign-in";
            case Outdated outdated -> "disabled, outdated, signed out";
        };
    }
}
