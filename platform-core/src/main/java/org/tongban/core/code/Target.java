package org.tongban.core.code;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.message.Masked;
import org.tongban.core.message.Recipient;

/** What a code was sent to, and its proof proves (CO-25). Equal in every spelling; as a text it is masked. */
public sealed interface Target {
    /** How it is shown where it must not be read. */
    String masked();

    /** How a message finds it. */
    Recipient recipient();

    /** Kind and value in one text, which {@link #ofText} reads. */
    String text();

    /**
     * A mobile phone.
     *
     * @param e164 the number in E.164, as {@link org.tongban.core.identifier.MainlandMobile#value} has it
     */
    record Phone(String e164) implements Target {
        private static final String KIND = "phone:";

        @Override
        public String masked() {
            return Masked.phone(e164);
        }

        @Override
        public Recipient recipient() {
            return new Recipient.Phone(e164);
        }

        @Override
        public String text() {
            return KIND + e164;
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    /**
     * A mailbox.
     *
     * @param address in lower case
     */
    record Email(String address) implements Target {
        private static final String KIND = "email:";
        private static final int LONGEST = 254;
        private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
        private static final String WORD = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
        private static final Pattern SHAPE = Pattern.compile("(?=[^@]{1,64}@)" + WORD + "(?:\\." + WORD + ")*@(?:"
                + LABEL + "\\.)+" + "(?=[a-z0-9-]*[a-z])" + LABEL);

        /** Reads an address as typed; case and width do not matter. */
        public static Parsed<Email> parse(String typed) {
            var address =
                    Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
            return address.length() <= LONGEST && SHAPE.matcher(address).matches()
                    ? Parsed.valid(new Email(address))
                    : Parsed.refused("shape", "不是有效的电子邮箱地址", "Not an e-mail address");
        }

        @Override
        public String masked() {
            return Masked.email(address);
        }

        @Override
        public Recipient recipient() {
            return new Recipient.Email(address);
        }

        @Override
        public String text() {
            return KIND + address;
        }

        @Override
        public String toString() {
            return masked();
        }
    }

    /** The target that {@link #text} wrote. */
    static Target ofText(String text) {
        return text.startsWith(Phone.KIND)
                ? new Phone(text.substring(Phone.KIND.length()))
                : new Email(text.substring(Email.KIND.length()));
    }
}
