package org.tongban.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The controls of a page of the platform, and what a browser without script would send of them as they stand. */
public final class PageForm {
    private static final Pattern CONTROL = Pattern.compile(
            "<input(?<input>(?:\\s[^>]*)?)>|<textarea(?<area>[^>]*)>\\n?(?<text>[^<]*)</textarea>"
                    + "|<select(?<select>[^>]*)>(?<options>.*?)</select>",
            Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option(?<option>[^>]*) selected>");

    private PageForm() {}

    /** The values of all controls by their names. */
    public static Map<String, List<String>> values(String html) {
        var values = new LinkedHashMap<String, List<String>>();
        var controls = CONTROL.matcher(html);
        while (controls.find()) {
            if (controls.group("input") != null) {
                input(controls.group("input"), values);
            } else if (controls.group("area") != null) {
                add(values, controls.group("area"), unescaped(controls.group("text")));
            } else {
                var options = OPTION.matcher(controls.group("options"));
                while (options.find()) {
                    add(values, controls.group("select"), attribute(options.group("option"), "value"));
                }
            }
        }
        return values;
    }

    private static void input(String attributes, Map<String, List<String>> values) {
        switch (attribute(attributes, "type")) {
            case "file", "submit" -> {}
            case "radio", "checkbox" -> {
                if (attributes.endsWith(" checked") || attributes.contains(" checked ")) {
                    add(values, attributes, attribute(attributes, "value"));
                }
            }
            default -> add(values, attributes, attribute(attributes, "value"));
        }
    }

    private static void add(Map<String, List<String>> values, String attributes, String value) {
        values.computeIfAbsent(attribute(attributes, "name"), name -> new ArrayList<>())
                .add(value);
    }

    private static String attribute(String attributes, String name) {
        var found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? unescaped(found.group(1)) : "";
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#x27;", "'")
                .replace("&#x60;", "`")
                .replace("&#x3D;", "=")
                .replace("&amp;", "&");
    }
}
