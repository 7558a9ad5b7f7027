package io.portolan.portal;

import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.WebDriver;

/** Answers the questions that a browser itself puts, and remembers what they said. */
final class SeleniumDialogs {

    private final WebDriver driver;
    private boolean accept = true;
    private String said = "";

    SeleniumDialogs(WebDriver driver) {
        this.driver = driver;
    }

    void answer(boolean byAccepting) {
        accept = byAccepting;
    }

    /** Answers the one that is open, if there is one. */
    void answerOpen() {
        try {
            var dialog = driver.switchTo().alert();
            said = dialog.getText() == null ? "" : dialog.getText();
            if (accept) {
                dialog.accept();
            } else {
                dialog.dismiss();
            }
        } catch (NoAlertPresentException e) {
            // The browser has closed it by itself.
            return;
        }
    }

    /** What the last one said: for a person it is part of what the page shows. */
    String said() {
        return said;
    }

    void forget() {
        said = "";
    }
}
