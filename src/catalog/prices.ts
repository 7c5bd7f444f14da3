/** Prices are in US dollars for us-east-1, on demand, as of October 2026. Check the service's own pricing page. */
export const HOURS_PER_MONTH = 730;
export const FROM_MEMORY = 'as far as we know';
/** Several public repositories and pages agree; the price pages of AWS cannot be read whole. */
export const AGREED = 'agreement of public repositories and pages, October 2026';
