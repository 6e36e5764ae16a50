package org.tongban.core.account;

import java.util.Base64;
import java.util.regex.Pattern;

/** A password's Argon2id hash in PHC string format; made by {@link Passwords#hash}, never from a clear password. */
public record PasswordHash(String phc) {
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** Refuses what is no such string, a clear password above all. */
    public PasswordHash {
        if (!PHC.matcher(phc).matches()) {
            throw new IllegalArgumentException("not an Argon2id hash in PHC string format");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[…]";
    }

    /** Parameters, salt and hash out of the string. */
    Parts parts() {
        var match = PHC.matcher(phc);
        if (!match.matches()) {
            throw new IllegalStateException("checked when it was made");
        }
        var parameters = new PasswordSettings(
                Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
        var decoder = Base64.getDecoder();
        return new Parts(parameters, decoder.decode(match.group(4)), decoder.decode(match.group(5)));
    }

    static PasswordHash of(Parts parts) {
        var encoder = Base64.getEncoder().withoutPadding();
        var settings = parts.settings();
        return new PasswordHash("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        settings.memory(),
                        settings.iterations(),
                        settings.parallelism(),
                        encoder.encodeToString(parts.salt()),
                        encoder.encodeToString(parts.hash())));
    }

    /** What the string is put together from. */
    @SuppressWarnings("ArrayRecordComponent")
    record Parts(PasswordSettings settings, byte[] salt, byte[] hash) {}
}
