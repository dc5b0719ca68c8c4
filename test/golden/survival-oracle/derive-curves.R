# Rscript derive-curves.R spells.csv tests|no_tests UP_TO... : curves, tests between groups, and
# restricted means up to each horizon a curve reaches, from R's survival, as expected.json.
# spells.csv has entry, exit, left, group and optionally stratum.
suppressMessages(library(survival))
args <- commandArgs(trailingOnly = TRUE)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "write-json.R"))
spells <- read.csv(args[1], colClasses = c(group = "character"))
horizons <- as.numeric(args[-(1:2)])
delayed <- any(spells$entry > 0)
response <- function(d) if (delayed) Surv(d$entry, d$exit, d$left) else Surv(d$exit, d$left)

curve <- function(d) {
  y <- response(d)
  fits <- lapply(c("plain", "log", "log-log"), function(kind) survfit(y ~ 1, conf.type = kind))
  fit <- fits[[1]]
  table <- function(f) unname(summary(f)$table[c("median", "0.95LCL", "0.95UCL")])
  mean_to <- function(tau) {
    row <- summary(fit, rmean = tau)$table
    list(up_to = tau, mean = row[["rmean"]], se = row[["se(rmean)"]])
  }
  list(
    n = nrow(d), time = vec(fit$time), at_risk = vec(fit$n.risk), events = vec(fit$n.event),
    censored = vec(fit$n.censor), survival = vec(fit$surv), se = vec(fit$std.err * fit$surv),
    cumulative_hazard = vec(fit$cumhaz), hazard_se = vec(fit$std.chaz),
    bands = setNames(
      lapply(fits, function(f) list(lower = vec(f$lower), upper = vec(f$upper), median = vec(table(f)))),
      c("plain", "log", "log-log")),
    restricted_means = unname(lapply(
      horizons[horizons >= min(fit$time) & (horizons <= max(fit$time) | min(fit$surv) == 0)], mean_to)))
}
test <- function(chisq, df) list(chi2 = unname(chisq), df = df, p = pchisq(unname(chisq), df, lower.tail = FALSE))
cox <- function(formula, ties, df) test(coxph(formula, spells, ties = ties)$score, df)

out <- list(curves = lapply(split(spells, spells$group), curve))
df <- length(out$curves) - 1
if (args[2] == "tests") {
  y <- response(spells)
  if (!delayed) out$log_rank <- test(survdiff(y ~ group, spells)$chisq, df)
  else out$log_rank <- cox(y ~ group, "exact", df)
  out$cox_score <- cox(y ~ group, "efron", df)
  if (!is.null(spells$stratum)) {
    out$stratified_log_rank <- if (delayed) cox(y ~ group + strata(stratum), "exact", df)
      else test(survdiff(y ~ group + strata(stratum), spells)$chisq, df)
    out$stratified_cox_score <- cox(y ~ group + strata(stratum), "efron", df)
  }
}
cat(json(out), "\n")
