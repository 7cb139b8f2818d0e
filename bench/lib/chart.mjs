export const chartOf = async () => '';
