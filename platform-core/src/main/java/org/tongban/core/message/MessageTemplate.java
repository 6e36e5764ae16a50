package org.tongban.core.message;

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
 * @param subject of the e-mail (CO-45); null where the message goes to phones alone
 */
public record MessageTemplate(
        String id,
        String text,
        @Nullable String english,
        @Nullable Title subject) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z][A-Za-z]*)}");

    /** What a message is sent by. */
    public enum Channel {
        SMS,
        EMAIL
    }

    /** A short message in Chinese. */
    public MessageTemplate(String id, String text) {
        this(id, text, null, null);
    }

    /** The same message with an English text, of the same parameters. */
    public MessageTemplate inEnglish(String englishText) {
        return new MessageTemplate(id, text, englishText, subject);
    }

    /** The same message, that may also go out by e-mail. */
    public MessageTemplate alsoByMail(Title mailSubject) {
        return new MessageTemplate(id, text, english, mailSubject);
    }

    /** What it may be sent by. */
    public Set<Channel> channels() {
        return subject == null ? Set.of(Channel.SMS) : Set.of(Channel.SMS, Channel.EMAIL);
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
     * The text with its parameters filled in: the English one where it is asked for and there, else the Chinese. A value is
     * put as it is: braces in it name no parameter.
     *
     * @throws IllegalArgumentException where a parameter has no value
     */
    public String text(Language language, Map<String, String> values) {
        return PARAMETER
                .matcher(language == Language.EN && english != null ? english : text)
                .replaceAll(found -> {
                    var value = values.get(found.group(1));
                    if (value == null) {
                        throw new IllegalArgumentException(
                                "the message %s needs the parameter %s".formatted(id, found.group(1)));
                    }
                    return Matcher.quoteReplacement(value);
                });
    }
}
