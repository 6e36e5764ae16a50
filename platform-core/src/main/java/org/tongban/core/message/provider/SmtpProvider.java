package org.tongban.core.message.provider;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.message.MessageProvider;
import org.tongban.core.message.MessageRefused;
import org.tongban.core.message.MessageTemplate.Channel;
import org.tongban.core.message.OutgoingMessage;
import org.tongban.core.module.StartRefused;
import org.tongban.core.time.SystemClock;

/** The provider {@code smtp} of e-mail (CO-45). What the server refuses with 5xx is given up. */
@Singleton
@Requires(property = "platform.email.provider", value = "smtp")
class SmtpProvider implements MessageProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpProvider.class);
    private static final String PREFIX = "platform.email.smtp.";
    private static final String PATIENCE = "10000";
    private static final int FOR_GOOD = 500;

    private final Session session;
    private final InternetAddress from;
    private final SmtpSettings settings;
    private final SystemClock clock;

    SmtpProvider(SmtpSettings settings, SystemClock clock) {
        this.settings = settings;
        this.clock = clock;
        this.from = from(ProviderExchange.required(settings.from(), PREFIX + "from"));
        this.session = Session.getInstance(properties(settings));
    }

    private static InternetAddress from(String address) {
        try {
            return new InternetAddress(address, true);
        } catch (AddressException e) {
            throw new StartRefused(PREFIX + "from is no e-mail address.");
        }
    }

    private static Properties properties(SmtpSettings settings) {
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", ProviderExchange.required(settings.host(), PREFIX + "host"));
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.connectiontimeout", PATIENCE);
        properties.put("mail.smtp.timeout", PATIENCE);
        properties.put("mail.smtp.writetimeout", PATIENCE);
        properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
        switch (settings.security()) {
            case "starttls" -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case "tls" -> {
                properties.put("mail.smtp.ssl.enable", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case "none" -> properties.put("mail.smtp.starttls.enable", "false");
            default -> throw new StartRefused(PREFIX + "security is starttls, tls or none.");
        }
        return properties;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public String send(OutgoingMessage message) {
        var id = "<%s@%s>".formatted(message.reference(), from.getAddress().replaceFirst(".*@", ""));
        try {
            var mail = mail(message, id);
            var transport = session.getTransport();
            try {
                transport.connect(settings.username(), settings.password());
                transport.sendMessage(mail, mail.getAllRecipients());
            } finally {
                close(transport);
            }
            return id;
        } catch (SMTPSendFailedException refused) {
            throw refused(refused.getReturnCode(), refused);
        } catch (SendFailedException refused) {
            throw refused(
                    refused.getNextException() instanceof SMTPAddressFailedException address
                            ? address.getReturnCode()
                            : 0,
                    refused);
        } catch (AddressException wrong) {
            throw new MessageRefused("not an address that mail can go to");
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed.getClass().getSimpleName(), failed);
        }
    }

    /** A farewell that fails takes nothing back: the server has the mail. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException away) {
            LOG.debug("the mail server did not take its leave", away);
        }
    }

    private static RuntimeException refused(int code, MessagingException why) {
        return code >= FOR_GOOD
                ? new MessageRefused("the mail server answered " + code)
                : new IllegalStateException("the mail server answered " + code, why);
    }

    /** The same id at each try: a mailbox that gets it twice may show it once. */
    private MimeMessage mail(OutgoingMessage message, String id) throws MessagingException {
        var mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(from);
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(message.to(), true));
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setText(message.text(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.now()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }
}
