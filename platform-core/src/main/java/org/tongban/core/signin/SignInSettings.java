package org.tongban.core.signin;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The limits of guessing (CO-22), {@code platform.sign-in.*}.
 *
 * @param failuresPerAddress how many failed sign-ins of a quarter of an hour lock the address they come from
 */
@ConfigurationProperties("platform.sign-in")
record SignInSettings(@Bindable(defaultValue = "20") int failuresPerAddress) {}
