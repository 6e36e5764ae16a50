package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.identity.Fresh.idNumber;
import static org.tongban.identity.Fresh.phone;
import static org.tongban.identity.Fresh.uscc;
import static org.tongban.identity.IdentitySteps.LINKS;
import static org.tongban.identity.IdentitySteps.ORGANISATIONS;
import static org.tongban.identity.IdentitySteps.PERSONS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.identity.IdentitySteps.Firm;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/** Of many who want the same at the same moment exactly one gets it, and the others learn what was taken (ID-1, ID-5, ID-7). */
@TongbanTest
class IdentityRaceTest {
    private static final int MANY = 32;

    private final IdentitySteps steps;
    private final Tongban tongban;

    IdentityRaceTest(Tongban tongban) {
        this.tongban = tongban;
        this.steps = new IdentitySteps(tongban);
    }

    private static List<Answer> together(List<Callable<Answer>> requests) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = new CountDownLatch(1);
            var sent = requests.stream()
                    .map(request -> threads.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<Answer>();
            for (var one : sent) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static <T> List<T> many(Supplier<T> one) {
        return IntStream.range(0, MANY).mapToObj(i -> one.get()).toList();
    }

    private static void assertOneWins(List<Answer> answers, String others) {
        var codes = answers.stream()
                .map(answer -> answer.status() == 201 ? "won" : answer.code())
                .toList();
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("won"), Collections.nCopies(MANY - 1, others).stream())
                                .toList());
    }

    @Test
    @Tag("ID-1")
    void of_32_registrations_with_one_phone_one_wins() throws Exception {
        var phone = phone();
        var forms = many(() -> {
            steps.forgetCodes();
            return steps.personForm(phone, steps.personProof(phone), idNumber());
        });
        assertOneWins(
                together(forms.stream()
                        .<Callable<Answer>>map(form -> () -> tongban.anonymous().post(PERSONS, form))
                        .toList()),
                "phone-taken");
    }

    @Test
    @Tag("ID-1")
    void of_32_registrations_with_one_id_number_one_wins() throws Exception {
        var number = idNumber();
        var forms = many(() -> {
            var phone = phone();
            return steps.personForm(phone, steps.personProof(phone), number);
        });
        assertOneWins(
                together(forms.stream()
                        .<Callable<Answer>>map(form -> () -> tongban.anonymous().post(PERSONS, form))
                        .toList()),
                "id-number-taken");
    }

    @Test
    @Tag("ID-5")
    void of_32_registrations_with_one_credit_code_one_wins() throws Exception {
        var code = uscc();
        var number = idNumber();
        steps.inRegistry(number, List.of(code));
        var forms = many(() -> {
            var phone = phone();
            return steps.organisationForm(code, number, phone, steps.organisationProof(phone));
        });
        assertOneWins(
                together(forms.stream()
                        .<Callable<Answer>>map(form -> () -> tongban.anonymous().post(ORGANISATIONS, form))
                        .toList()),
                "uscc-taken");
    }

    @Test
    @Tag("ID-7")
    void of_32_organisations_that_link_one_person_one_wins() throws Exception {
        var number = idNumber();
        var firms = many(() -> new Firm(uscc(), number, phone()));
        steps.inRegistry(number, firms.stream().map(Firm::uscc).toList());
        var person = steps.person();
        var requests = firms.stream()
                .<Callable<Answer>>map(firm -> {
                    steps.register(firm);
                    var api = steps.as(firm);
                    steps.forgetCodes();
                    var form = steps.linkForm(person, steps.handlerProof(api, person.phone()));
                    return () -> api.post(LINKS, form);
                })
                .toList();
        assertOneWins(together(requests), "handler-linked-elsewhere");
    }
}
