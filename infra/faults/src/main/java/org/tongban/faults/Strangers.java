package org.tongban.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongban.testkit.Api;

/** Clients of a site that each come from an address of their own, so that one's limits do not hinder another. */
record Strangers(Site site, AtomicInteger addresses) {
    /** What a site needs so that it takes a client's word for where it comes from. */
    static final Map<String, String> TRUSTED = Map.of("PLATFORM_WEB_TRUSTED_PROXIES", "127.0.0.1");

    static Strangers of(Site site) {
        return new Strangers(site, new AtomicInteger());
    }

    /** A client at an address that nobody else has. */
    Api next() {
        int number = addresses.incrementAndGet();
        return site.server()
                .anonymous()
                .with("X-Forwarded-For", "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255));
    }

    /** A captcha with its answer, to stand in a request. */
    JsonNode solvedCaptcha() {
        var made = Filings.expect(201, next().post(Filings.PLATFORM + "/captchas"));
        return Filings.expect(200, next().get(Filings.PLATFORM + "/dev/captchas/" + Filings.id(made)))
                .json();
    }
}
