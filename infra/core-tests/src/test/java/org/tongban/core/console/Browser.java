package org.tongban.core.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongban.core.account.DemoPasswords;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.trial.People;

/** A browser without script: it keeps cookies, says where its forms come from, and goes where it is sent only when told. */
final class Browser {
    static final String SIGN_IN = "/console/sign-in";

    private final Tongban tongban;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(Tongban tongban) {
        this.tongban = tongban;
    }

    /** One in which a sample account has signed in. */
    static Browser of(Tongban tongban, String login) {
        var browser = new Browser(tongban);
        browser.signIn(login, tongban.context().getBean(DemoPasswords.class).of(login));
        return browser;
    }

    /** One in which somebody made for the test has signed in. */
    static Browser of(Tongban tongban, People.Person person) {
        var browser = new Browser(tongban);
        browser.signIn(person.login(), People.PASSWORD);
        return browser;
    }

    Answer signIn(String login, String password) {
        get(SIGN_IN);
        return post(SIGN_IN, Map.of("login", login, "password", password));
    }

    Answer get(String path) {
        return kept(api().get(path));
    }

    /** Sends a form of the last page, with the token that it holds. */
    Answer post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("token", cookies.getOrDefault("tongban-console-form", ""));
        return send(path, all, tongban.address().toString());
    }

    /** Sends fields as another site, or none, might have it do. */
    Answer send(String path, Map<String, String> fields, String origin) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var from = origin.isEmpty() ? api() : api().with("Origin", origin);
        return kept(
                from.bytes("POST", path, body.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded"));
    }

    Map<String, String> cookies() {
        return cookies;
    }

    private Api api() {
        var plain = tongban.anonymous().unchecked().with("Accept", "text/html,application/xhtml+xml");
        return cookies.isEmpty()
                ? plain
                : plain.with(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private Answer kept(Answer answer) {
        for (var cookie : answer.headers().allValues("set-cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
