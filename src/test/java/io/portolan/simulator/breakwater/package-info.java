/** Breakwater Bank: a captcha and a licence document at sign-up, a captcha at log-in, and a clerk who asks back: people's work. */
package io.portolan.simulator.breakwater;
