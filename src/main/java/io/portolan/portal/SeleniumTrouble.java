package io.portolan.portal;

import java.net.ConnectException;
import java.util.regex.Pattern;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.SessionNotCreatedException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.UnreachableBrowserException;

/** Tells what a failure of Selenium means, without its message, which may hold text of the page. */
final class SeleniumTrouble {

    private static final Pattern NETWORK_ERROR = Pattern.compile("net::(ERR_[A-Z_]+)");
    private static final Pattern GONE = Pattern.compile("(?i)not reachable|disconnected|crashed|session deleted|invalid session"
            + "|unable to receive message|connection (refused|reset|closed)|target window already closed|web view not found");

    /** So Chromium's driver says, before it has done anything, that the page has just redrawn what it was to use. */
    private static final String LEFT_THE_PAGE = "does not belong to the document";

    private SeleniumTrouble() {
    }

    static BrowserTrouble of(WebDriverException e) {
        var message = e.getRawMessage() == null ? "" : e.getRawMessage();
        var network = NETWORK_ERROR.matcher(message);
        if (network.find()) {
            return BrowserTrouble.page("the bank's page cannot be reached: " + network.group(1));
        }
        if (e instanceof TimeoutException) {
            return BrowserTrouble.page("the bank's page did not finish loading");
        }
        if (isGone(e, message)) {
            return BrowserTrouble.gone("the browser is gone");
        }
        return BrowserTrouble.page("the browser could not do it (" + e.getClass().getSimpleName() + ")");
    }

    /** Whether nothing was done because the element had left the page. */
    static boolean isStale(WebDriverException e) {
        return e instanceof StaleElementReferenceException || e instanceof NoSuchElementException || e.getRawMessage() != null && e.getRawMessage().contains(LEFT_THE_PAGE);
    }

    private static boolean isGone(WebDriverException e, String message) {
        if (e instanceof NoSuchSessionException || e instanceof NoSuchWindowException
                || e instanceof SessionNotCreatedException || e instanceof UnreachableBrowserException) {
            return true;
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof java.io.IOException) {
                return true;
            }
        }
        return GONE.matcher(message).find();
    }
}
