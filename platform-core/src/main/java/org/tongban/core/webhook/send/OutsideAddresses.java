package org.tongban.core.webhook.send;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.StartRefused;
import org.tongban.core.web.internal.Network;

/**
 * Says which addresses may be called that somebody else has named: those that everybody can reach, and none inside, lest a
 * webhook reads what only this machine may (CO-51). An installation may allow networks of its own.
 */
@Context
public class OutsideAddresses {
    private static final String SETTING = "platform.webhooks.allowed-networks";
    /** What the registries of special addresses keep from the public network (RFC 6890 and its successors). */
    private static final List<Network> INSIDE = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");
    /** All others of version 6 are local, reserved, or stand for one of version 4. */
    private static final Network OF_EVERYBODY = Network.of("2000::/3").orElseThrow();

    private static final Pattern NUMBER_AT_END = Pattern.compile("(^|\\.)([0-9]+|0[xX][0-9a-fA-F]*)\\.?$");
    private static final Pattern FOUR_NUMBERS = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private final List<Network> allowed;
    private final HostNames names;

    OutsideAddresses(@Value("${platform.webhooks.allowed-networks:}") List<String> networks, HostNames names) {
        this.allowed = networks.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> Network.of(text)
                        .orElseThrow(() -> new StartRefused(
                                "%s: “%s” is no address and no network, as 10.0.0.0/8 is.".formatted(SETTING, text))))
                .toList();
        this.names = names;
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(text -> Network.of(text).orElseThrow()).toList();
    }

    /** Why an address is not called. */
    public enum Refusal {
        /** It is no address of a page, or has a user in it. */
        NOT_AN_ADDRESS,
        /** It has a scheme that does not hide what is sent. */
        NOT_SECURE,
        /** Its host is a number that some read as one address and some as another, as 0177.0.0.1. */
        AMBIGUOUS,
        /**
         * Its host has no address, or one that is not public. Which of the two is told to nobody: it would say which names
         * there are inside.
         */
        NOT_PUBLIC
    }

    /**
     * An address that was looked at.
     *
     * @param addresses those of its host, which may be called
     * @param refusal why it may not be called; null where it may
     */
    public record Verdict(
            List<InetAddress> addresses, @Nullable Refusal refusal) {
        private static Verdict refused(Refusal refusal) {
            return new Verdict(List.of(), refusal);
        }
    }

    /** Looks the host of an address up and says whether it may be called: as it is now, for names move. */
    public Verdict check(String address) {
        var url = HttpUrl.parse(address);
        if (url == null || !url.username().isEmpty() || !url.password().isEmpty() || url.fragment() != null) {
            return Verdict.refused(Refusal.NOT_AN_ADDRESS);
        }
        if (isAmbiguous(url.host())) {
            return Verdict.refused(Refusal.AMBIGUOUS);
        }
        List<InetAddress> found;
        try {
            found = names.of(url.host());
        } catch (UnknownHostException unknown) {
            return Verdict.refused(Refusal.NOT_PUBLIC);
        }
        boolean ours = found.stream().allMatch(this::isAllowed);
        if (!ours && !found.stream().allMatch(one -> isAllowed(one) || isPublic(one))) {
            return Verdict.refused(Refusal.NOT_PUBLIC);
        }
        return url.isHttps() || ours ? new Verdict(found, null) : Verdict.refused(Refusal.NOT_SECURE);
    }

    /** Whatever ends in a number is an address of version 4 to some, who read it in octal or fill it up (WHATWG URL, 3.5). */
    private static boolean isAmbiguous(String host) {
        return NUMBER_AT_END.matcher(host).find() && !FOUR_NUMBERS.matcher(host).matches();
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.holds(address));
    }

    static boolean isPublic(InetAddress address) {
        return INSIDE.stream().noneMatch(network -> network.holds(address))
                && (!(address instanceof Inet6Address) || OF_EVERYBODY.holds(address));
    }
}
