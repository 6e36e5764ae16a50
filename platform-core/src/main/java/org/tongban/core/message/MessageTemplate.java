package org.tongban.core.message;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;

/**
 * A message's text (CO-40). Parameters stand in braces; the first word of the id is the module's message prefix.
 *
 * @param id as in the Messages tables, say {@code filing.filed}
 * @param text the Chinese text
 * @param english the English text, for who asked in English; null where there is none
 * @param subject of the e-mail (CO-45); null where no mailbox gets it that is not an account's
 * @param byPhone whether it goes out by SMS; to an account it goes in any case
 * @param urgent whether it goes out at any hour and is under no limit (CO-43), as codes are
 * @param inboxAlone whether it is told in an account's inbox and nowhere else
 */
public record MessageTemplate(
        String id,
        String text,
        @Nullable String english,
        @Nullable Title subject,
        boolean byPhone,
        boolean urgent,
        boolean inboxAlone) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z][A-Za-z]*)}");
    /** A message is one line, whatever an officer wrote as a reason. */
    private static final Pattern STOPS = Pattern.compile("[。.]");

    private static final Pattern ENDS = Pattern.compile("[。.\\s]+$");
    private static final Pattern LINES = Pattern.compile("\\s*\\R\\s*");

    /** What a message is sent by. */
    public enum Channel {
        SMS,
        EMAIL
    }

    /** A short message in Chinese. */
    public MessageTemplate(String id, String text) {
        this(id, text, null, null, true, false, false);
    }

    /** The same message with an English text, of the same parameters. */
    public MessageTemplate inEnglish(String englishText) {
        return new MessageTemplate(id, text, englishText, subject, byPhone, urgent, inboxAlone);
    }

    /** The same message, that may also go out by e-mail. */
    public MessageTemplate alsoByMail(Title mailSubject) {
        return new MessageTemplate(id, text, english, mailSubject, byPhone, urgent, inboxAlone);
    }

    /** The same message, told in the account's inbox and by e-mail alone (CO-38). */
    public MessageTemplate withoutSms() {
        return new MessageTemplate(id, text, english, subject, false, urgent, inboxAlone);
    }

    /** The same message, that leaves the account's inbox by no way (CO-38): what staff see when they come to work. */
    public MessageTemplate inInboxAlone() {
        return new MessageTemplate(id, text, english, subject, false, urgent, true);
    }

    /** The same message, that waits for nothing: what it says is asked for and soon over (CO-43). */
    public MessageTemplate atOnce() {
        return new MessageTemplate(id, text, english, subject, byPhone, true, inboxAlone);
    }

    /** What it may be sent by to who need not have an account. */
    public Set<Channel> channels() {
        var channels = EnumSet.noneOf(Channel.class);
        if (byPhone) {
            channels.add(Channel.SMS);
        }
        if (subject != null) {
            channels.add(Channel.EMAIL);
        }
        return channels;
    }

    /** The names of the parameters in the order of the text. */
    public List<String> parameters() {
        return PARAMETER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** The Chinese text with its parameters filled in, as {@link #text(Language, Map)} has it. */
    public String text(Map<String, String> values) {
        return text(Language.ZH, values);
    }

    /**
     * The text with its parameters filled in: the English one where it is asked for and there, else the Chinese. Braces
     * in a value name no parameter; its lines become one, as a message is one, and its full stop goes where the text has
     * one of its own.
     *
     * @throws IllegalArgumentException where a parameter has no value
     */
    public String text(Language language, Map<String, String> values) {
        var said = language == Language.EN && english != null ? english : text;
        return PARAMETER.matcher(said).replaceAll(found -> {
            var value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "the message %s needs the parameter %s".formatted(id, found.group(1)));
            }
            var line = LINES.matcher(value).replaceAll(" ");
            boolean stopped = STOPS.matcher(said.substring(found.end())).lookingAt();
            return Matcher.quoteReplacement(stopped ? ENDS.matcher(line).replaceAll("") : line);
        });
    }
}
