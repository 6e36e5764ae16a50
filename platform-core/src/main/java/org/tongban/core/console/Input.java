package org.tongban.core.console;

import java.util.List;

/** A line of a form of the console; {@code hint} and {@code autocomplete} are empty where there is none. */
public record Input(
        String id, String label, String hint, String type, String autocomplete, String value, List<String> errors) {}
