package org.tongban.core.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.core.account.Accounts;
import org.tongban.core.account.DemoPasswords;
import org.tongban.core.account.NewAccount;
import org.tongban.core.account.Passwords;
import org.tongban.testkit.Browser;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;
import org.tongban.trial.People;
import org.tongban.trial.Rows;
import org.tongban.trial.TrialModule;

/** Signing in to the console, what keeps a session, and what another site cannot do with it (CO-22, CO-47b). */
@TongbanTest
@Tag("CO-47b")
class ConsoleSessionTest {
    private static final String ACCESS = "tongban-console";
    private static final String RENEWAL = "tongban-console-renewal";

    @Test
    @Tag("CO-22")
    void who_signs_in_comes_to_the_page_that_was_asked_for(Tongban tongban) {
        var browser = new Browser(tongban);
        var sent = browser.get("/console/reviews?state=open");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).isEqualTo("/console/sign-in?to=%2Fconsole%2Freviews%3Fstate%3Dopen");
        assertThat(browser.get(sent.header("Location")).text()).contains("工作人员登录", "name=\"password\"");
        var signedIn = browser.post(sent.header("Location"), credentials(tongban, "reviewer"));
        assertThat(signedIn.status()).as(signedIn.toString()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/console/reviews?state=open");
        assertThat(signedIn.headers().allValues("set-cookie"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("SameSite=Strict")
                        .containsIgnoringCase("Path=/console"));
        var page = browser.get(signedIn.header("Location"));
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void a_wrong_password_is_told_beside_the_login_that_was_typed(Tongban tongban) {
        var browser = new Browser(tongban);
        var refused = browser.signIn("reviewer", "Wrong-Harbour-47");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).contains("账号或密码不正确", "value=\"reviewer\"").doesNotContain("Wrong-Harbour-47");
        assertThat(browser.cookies()).doesNotContainKey(ACCESS);
        assertThat(browser.signIn("", "").text()).contains("error-summary", "href=\"#login\"");
    }

    @Test
    void only_staff_signs_in_here(Tongban tongban) {
        var writer = People.writer(tongban);
        assertThat(new Browser(tongban).signIn(writer.login(), People.PASSWORD).status())
                .isEqualTo(401);
        var idle = Browsers.of(tongban, People.staff(tongban)).get("/console");
        assertThat(idle.status()).isEqualTo(403);
        assertThat(idle.text()).contains("没有权限", "退出");
        var other = Browsers.of(tongban, People.staff(tongban, TrialModule.OTHER_REVIEWER));
        assertThat(other.get("/console").header("Location")).isEqualTo("/console/reviews");
        assertThat(other.get("/console/messages").status()).isEqualTo(403);
        assertThat(Browser.of(tongban, "admin").get("/console").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/console",
                "//example.org/console",
                "/console/../docs",
                "/docs",
                "/console\\example.org",
                "/console/sign-in?to=x",
                "/console/reviews#x"
            })
    void nobody_is_led_elsewhere_after_signing_in(String to, Tongban tongban) {
        var browser = new Browser(tongban);
        browser.get(Browser.SIGN_IN);
        var signedIn = browser.post(
                Browser.SIGN_IN + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8),
                credentials(tongban, "reviewer"));
        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/console");
    }

    @Test
    void a_session_that_has_run_out_is_renewed_on_the_way(Tongban tongban) {
        var browser = Browsers.of(tongban, People.staff(tongban, TrialModule.REVIEWER));
        var used = browser.cookies().get(RENEWAL);
        browser.cookies().put(ACCESS, "run.out.token");
        assertThat(browser.get("/console/reviews").status()).isEqualTo(200);
        assertThat(browser.cookies().get(RENEWAL)).isNotEqualTo(used);
        assertThat(browser.cookies().get(ACCESS)).isNotEqualTo("run.out.token");
        var renewed = browser.cookies().get(RENEWAL);
        browser.cookies().remove(ACCESS);
        browser.cookies().put(RENEWAL, used);
        assertThat(browser.get("/console/reviews").status()).isEqualTo(200);
        assertThat(browser.cookies()).containsEntry(RENEWAL, renewed);
    }

    @Test
    @Tag("CO-22")
    void a_session_that_has_ended_is_not_renewed(Tongban tongban) {
        var browser = Browsers.of(tongban, People.staff(tongban, TrialModule.REVIEWER));
        browser.cookies().put(ACCESS, "run.out.token");
        browser.cookies().put(RENEWAL, "never-given");
        var ended = browser.get("/console/reviews?state=open");
        assertThat(ended.status()).isEqualTo(303);
        assertThat(ended.header("Location")).startsWith("/console/sign-in?to=");
        assertThat(browser.cookies()).doesNotContainKeys(ACCESS, RENEWAL);
    }

    @Test
    void signing_out_ends_the_session_of_the_api_too(Tongban tongban) {
        var browser = Browsers.of(tongban, People.staff(tongban, TrialModule.REVIEWER));
        var token = browser.cookies().get(ACCESS);
        assertThat(tongban.withToken(token).get("/api/platform/v1/reviews").status())
                .isEqualTo(200);
        assertThat(browser.post("/console/sign-out", Map.of()).header("Location"))
                .isEqualTo("/console/sign-in");
        assertThat(browser.cookies()).doesNotContainKeys(ACCESS, RENEWAL);
        var program = tongban.withToken(token);
        await().untilAsserted(() ->
                assertThat(program.get("/api/platform/v1/reviews").status()).isEqualTo(401));
    }

    @Test
    @Tag("CO-23")
    void a_given_password_is_changed_before_anything_else(Tongban tongban) {
        var login = "c" + UUID.randomUUID().toString().replace("-", "");
        tongban.context()
                .getBean(Accounts.class)
                .create(new NewAccount(
                        "staff",
                        login,
                        tongban.context().getBean(Passwords.class).hash(People.PASSWORD),
                        true,
                        null,
                        null,
                        null,
                        null,
                        Set.of(TrialModule.REVIEWER)));
        var browser = new Browser(tongban);
        assertThat(browser.signIn(login, People.PASSWORD).header("Location")).isEqualTo("/console/password");
        assertLeads(browser, "/console/reviews", "/console/password");
        assertLeads(browser, "/console", "/console/password");
        assertThat(browser.get("/console/password").text()).contains("新密码");
        var next = Map.of("currentPassword", People.PASSWORD, "newPassword", "Loud-Mountain-58", "again", "Other");
        var differs = browser.post("/console/password", next);
        assertThat(differs.status()).isEqualTo(400);
        assertThat(differs.text()).contains("两次输入的新密码不一致").doesNotContain("Loud-Mountain-58");
        var wrong = new HashMap<>(next);
        wrong.put("again", "Loud-Mountain-58");
        wrong.put("currentPassword", "Wrong-Harbour-47");
        assertThat(browser.post("/console/password", wrong).text()).contains("当前密码不正确");
        var right = new HashMap<>(wrong);
        right.put("currentPassword", People.PASSWORD);
        assertThat(browser.post("/console/password", right).header("Location")).isEqualTo("/console");
        assertThat(browser.get("/console/reviews").status()).isEqualTo(200);
    }

    @Test
    @Tag("CO-84")
    void no_form_is_taken_that_is_not_one_of_the_consoles_own(Tongban tongban) {
        var person = People.staff(tongban, TrialModule.REVIEWER, "platform-administrator");
        var browser = Browsers.of(tongban, person);
        var token = browser.cookies().get("tongban-console-form");
        var here = tongban.address().toString();
        var paths = tongban.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.POST)
                .map(route -> route.getUriMatchTemplate().toPathString())
                .filter(path -> path.startsWith("/console/") && !path.contains("{"))
                .collect(Collectors.toSet());
        assertThat(paths).contains("/console/sign-in", "/console/sign-out", "/console/reviews/decisions");
        for (var path : paths) {
            assertRefused(browser, path, Map.of(), here);
            assertRefused(browser, path, Map.of("token", "another"), here);
            assertRefused(browser, path, Map.of("token", token), "https://example.org");
            assertRefused(browser, path, Map.of("token", token), "null");
            assertRefused(browser, path, Map.of("token", token), "");
        }
        assertThat(browser.get("/console/reviews").status()).isEqualTo(200);
        assertThat(Rows.count(
                        tongban,
                        "select count(*) from core.audit_record where account = ? and action = 'platform.session.end'",
                        person.account()))
                .isZero();
    }

    private static void assertRefused(Browser browser, String path, Map<String, String> fields, String origin) {
        var refused = browser.send(path, fields, origin);
        assertThat(refused.status()).as(path + " " + fields + " " + origin).isEqualTo(403);
        // The framework turns some origins away before anything of ours is asked.
        if (origin.isEmpty() || origin.startsWith("http://")) {
            assertThat(refused.text())
                    .contains("这一步没有办理", "先复制已填写的内容", "允许浏览器保存本站的 Cookie")
                    .doesNotContain("没有权限");
        }
    }

    @Test
    void whoever_reviews_nothing_comes_to_the_first_page_that_is_theirs(Tongban tongban) {
        for (var role : new String[] {"auditor", "review-manager"}) {
            var browser = Browsers.of(tongban, People.staff(tongban, role));
            assertLeads(browser, "/console", "/console/jobs");
            assertThat(browser.get("/console/jobs").status()).isEqualTo(200);
        }
        var editor = Browsers.of(tongban, People.staff(tongban, "notice-editor"));
        assertLeads(editor, "/console", "/console/sections/platform.notices");
    }

    private static void assertLeads(Browser browser, String path, String to) {
        var answer = browser.get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(to);
    }

    @Test
    void a_program_is_told_as_the_api_tells_it(Tongban tongban) {
        var program = tongban.anonymous().unchecked();
        assertThat(program.get("/console/reviews").status()).isEqualTo(401);
        assertThat(program.get("/console/reviews").code()).isEqualTo("unauthenticated");
    }

    private static Map<String, String> credentials(Tongban tongban, String login) {
        return Map.of(
                "login",
                login,
                "password",
                tongban.context().getBean(DemoPasswords.class).of(login));
    }
}
